export {
  type Commitment,
  type CommittedInYear,
  committedInYear,
  entriesOfYear,
  type LedgerEntry,
  recordCommitment,
} from './store/entries.ts';
