export { describedChild } from './described-child.ts';
export {
  type ChildDescription,
  type Like,
  likes,
  needsOf,
  type Weight,
  weights,
} from './domain/child-description.ts';
export {
  type Access,
  type Feature,
  featureNames,
  features,
  featuresOf,
  type Offered,
  offered,
} from './domain/features.ts';
export { type FeatureGroup, featureGroups } from './domain/groups.ts';
export { countOf, type Deciding, type MatchCount, matchOf, type NeedAnswer } from './domain/match.ts';
export {
  type OpenActiveSupport,
  openActiveMappings,
  openActiveSupport,
  vocabularyPath,
} from './domain/vocabulary.ts';
export { matchList, matchSummary } from './match-parts.ts';
