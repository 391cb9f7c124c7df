export {
  type Access,
  type Feature,
  type FeatureGroup,
  featureGroups,
  featureNames,
  features,
  type Offered,
  offered,
} from './domain/features.ts';
