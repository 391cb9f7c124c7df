import { everyAnswerIsValid, everyTextIsReadable } from '../open-referral-validity.ts';

everyAnswerIsValid(5_000);
everyTextIsReadable(2_000);
