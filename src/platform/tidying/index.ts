export { type Tidied, type Tidying, tidyQueues, tidyUp } from './tidy-up.ts';
