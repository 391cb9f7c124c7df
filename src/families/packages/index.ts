export type { Breach, PackageRule } from './domain/breaches.ts';
export type { OtherSupport } from './domain/other-support.ts';
export type { PackageSummary } from './domain/summary.ts';
export type { PackageOnDay, Support } from './domain/support.ts';
export { packageRulesOf, readPackageRules } from './read-rules.ts';
export { otherSupportOfImport, saveOtherSupport } from './store/other-support.ts';
export { packageSummaries } from './summaries.ts';
