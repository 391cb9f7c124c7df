// Written by `daybreak types` from the migrated schema; do not edit.
import type { Generated } from 'kysely';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export type ApplicationEvents = {
  authority_id: string;
  id: string;
  application_id: string;
  at: Temporal.Instant;
  person_id: string | null;
  kind: string;
  words: string;
  is_for_family: boolean;
};

export type Applications = {
  authority_id: string;
  id: string;
  reference: string;
  scheme_id: string;
  person_id: string;
  household_id: string | null;
  child_id: string | null;
  grant_year: string;
  state: string;
  answers: Generated<Json>;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  due_on: Temporal.PlainDate | null;
  waiting_since: Temporal.Instant | null;
  referred_to: string | null;
};

export type AuditHeads = {
  authority_id: string;
  sequence: number;
  hash: string;
};

export type AuditRecords = {
  authority_id: string;
  sequence: number;
  at: Temporal.Instant;
  person_id: string | null;
  standing: string;
  event: string;
  subject_kind: string | null;
  subject_id: string | null;
  details: Json;
  request_id: string | null;
  previous_hash: string;
  hash: string;
};

export type Authorities = {
  authority_id: string;
  slug: string;
  name: string;
  created_at: Generated<Temporal.Instant>;
};

export type Awards = {
  authority_id: string;
  id: string;
  reference: string;
  application_id: string | null;
  decision_id: string | null;
  household_id: string;
  child_id: string;
  scheme_id: string | null;
  version_id: string | null;
  amount_pence: number | null;
  financial_year: string;
  starts_on: Temporal.PlainDate;
  ends_on: Temporal.PlainDate;
  review_on: Temporal.PlainDate;
  created_at: Temporal.Instant;
  minutes: number | null;
  nights: number | null;
  per: Generated<string>;
  break_kind: Generated<string>;
  way: Generated<string>;
  paid_by: Generated<string>;
  legal_basis: string | null;
  conditions: Generated<string>;
  source: Generated<string>;
  source_id: string | null;
};

export type Children = {
  authority_id: string;
  id: string;
  household_id: string;
  given_name: string;
  family_name: string;
  born_on: Temporal.PlainDate;
  has_diagnosis: boolean | null;
  diagnosis: Generated<string>;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type DecisionDrafts = {
  authority_id: string;
  application_id: string;
  person_id: string;
  choice: string;
  band_id: string | null;
  amount_pence: number | null;
  because: string;
  words_for_family: string;
  saved_at: Temporal.Instant;
};

export type Decisions = {
  authority_id: string;
  id: string;
  application_id: string;
  outcome: string;
  award_pence: number | null;
  recommended_outcome: string;
  recommended_pence: number | null;
  changed_because: Generated<string>;
  reasons: Generated<string>;
  scheme_id: string;
  version_id: string;
  version_hash: string;
  facts: Json;
  reading: Json;
  decided_by: string;
  decided_by_name: string;
  decided_at: Temporal.Instant;
};

export type DeclaredInterests = {
  authority_id: string;
  person_id: string;
  household_id: string;
  declared_at: Temporal.Instant;
};

export type Evidence = {
  authority_id: string;
  id: string;
  household_id: string;
  child_id: string;
  kind: string;
  dla_care: string | null;
  dla_mobility: string | null;
  pip_daily: string | null;
  pip_mobility: string | null;
  dated_on: Temporal.PlainDate | null;
  holds_from: Temporal.PlainDate | null;
  holds_until: Temporal.PlainDate | null;
  file_id: string | null;
  created_at: Temporal.Instant;
};

export type Files = {
  authority_id: string;
  id: string;
  person_id: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  created_at: Temporal.Instant;
  removed_at: Temporal.Instant | null;
};

export type FormPosts = {
  authority_id: string;
  token: string;
  location: string | null;
  at: Temporal.Instant;
};

export type HouseholdAccounts = {
  authority_id: string;
  household_id: string;
  person_id: string;
  since: Temporal.Instant;
};

export type Households = {
  authority_id: string;
  id: string;
  address_line_1: string;
  address_line_2: Generated<string>;
  town: string;
  postcode: string;
  district: string | null;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type KeptForms = {
  authority_id: string;
  token_hash: string;
  path: string;
  sealed: Uint8Array;
  at: Temporal.Instant;
};

export type LedgerEntries = {
  authority_id: string;
  id: string;
  fund: string;
  financial_year: string;
  kind: string;
  amount_pence: number;
  award_id: string;
  child_id: string;
  dated_on: Temporal.PlainDate;
  recorded_at: Temporal.Instant;
  recorded_by: string | null;
};

export type Listings = {
  authority_id: string;
  slug: string;
  content: Json;
  content_hash: string;
  title: string;
  tier: string;
  kinds: string[];
  needs: string[];
  times: string[];
  accepts: string[];
  age_from: number;
  age_to: number;
  is_free: boolean;
  is_paused: boolean;
  place_kind: string;
  locality: string | null;
  latitude: number | null;
  longitude: number | null;
  precision: string | null;
  words: string;
  vocabulary: string[];
  provenance: string;
  checked_on: Temporal.PlainDate;
  published_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
};

export type Messages = {
  authority_id: string;
  id: string;
  kind: string;
  sent_to: string;
  subject: string;
  text: string;
  reference: string | null;
  person_id: string | null;
  state: string;
  created_at: Temporal.Instant;
  settled_at: Temporal.Instant | null;
  problem: string | null;
  job_id: string | null;
};

export type ParentCarers = {
  authority_id: string;
  id: string;
  household_id: string;
  person_id: string | null;
  name: string;
  relationship: string;
  has_parental_responsibility: boolean;
  email: string | null;
  phone: string | null;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type People = {
  authority_id: string;
  id: string;
  kind: string;
  name: string;
  email: string;
  roles: Generated<string[]>;
  issuer: string | null;
  subject: string | null;
  created_at: Temporal.Instant;
  disabled_at: Temporal.Instant | null;
};

export type Postcodes = {
  postcode: string;
  latitude: number;
  longitude: number;
  district_code: string;
};

export type Sessions = {
  authority_id: string;
  token_hash: string;
  id: string;
  person_id: string;
  way: string;
  device: string;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
};

export type SignInLinks = {
  authority_id: string;
  token_hash: string;
  email: string;
  return_to: string;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
};

/** Every table of the database. */
export type Schema = {
  application_events: ApplicationEvents;
  applications: Applications;
  audit_heads: AuditHeads;
  audit_records: AuditRecords;
  authorities: Authorities;
  awards: Awards;
  children: Children;
  decision_drafts: DecisionDrafts;
  decisions: Decisions;
  declared_interests: DeclaredInterests;
  evidence: Evidence;
  files: Files;
  form_posts: FormPosts;
  household_accounts: HouseholdAccounts;
  households: Households;
  kept_forms: KeptForms;
  ledger_entries: LedgerEntries;
  listings: Listings;
  messages: Messages;
  parent_carers: ParentCarers;
  people: People;
  postcodes: Postcodes;
  sessions: Sessions;
  sign_in_links: SignInLinks;
};
