export { type ChainProblem, type Verified, verifyAuditChain } from './verify-chain.ts';
export { type AuditEntry, type AuditNote, writeAudit } from './write-audit.ts';
