// test/conformance/open-referral.test.ts holds the same of 5,000.
import { everyAnswerIsValid, everyTextIsReadable } from '../../../test/open-referral-validity.ts';

everyAnswerIsValid(400);
everyTextIsReadable(400);
