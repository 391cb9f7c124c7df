export { MOST_A_DAY, type Tallied, type Tally, talliesOf, writeTallies } from './tallies.ts';
