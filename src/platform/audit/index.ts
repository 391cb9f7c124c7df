export { type ChainProblem, verifyAuditChain } from './verify-chain.ts';
export { type AuditEntry, type AuditNote, writeAudit } from './write-audit.ts';
