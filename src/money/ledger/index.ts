export {
  type Commitment,
  type CommittedInYear,
  committedInYear,
  entriesOfYear,
  type LedgerEntry,
  lockFundYear,
  promisedFor,
  promisedOfAward,
  type Release,
  recordCommitment,
  recordRelease,
} from './store/entries.ts';
