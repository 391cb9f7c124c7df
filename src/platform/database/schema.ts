// Written by `daybreak types` from the migrated schema; do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export type AlertLinks = {
  authority_id: string;
  token_hash: string;
  alert_id: string;
  created_at: Temporal.Instant;
};

export type Alerts = {
  authority_id: string;
  id: string;
  email: string;
  search: string | null;
  frequency: string | null;
  wants_newsletter: boolean;
  asked_at: Temporal.Instant;
  confirmed_at: Temporal.Instant | null;
  told_until: Temporal.Instant;
};

export type AppealFiles = {
  authority_id: string;
  appeal_id: string;
  household_id: string;
  file_id: string;
  created_at: Temporal.Instant;
};

export type AppealSteps = {
  authority_id: string;
  id: string;
  appeal_id: string;
  household_id: string;
  at: Temporal.Instant;
  person_id: string | null;
  person_name: string;
  kind: string;
  outcome: string | null;
  is_decided_again: Generated<boolean>;
  words: string;
};

export type Appeals = {
  authority_id: string;
  id: string;
  reference: string;
  household_id: string;
  child_id: string;
  application_id: string;
  decision_id: string;
  number: number;
  person_id: string;
  words: string;
  late_because: Generated<string>;
  made_on: Temporal.PlainDate;
  answer_by: Temporal.PlainDate;
  created_at: Temporal.Instant;
  way: Generated<string>;
  recorded_by: string | null;
};

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

export type ApplicationProxies = {
  authority_id: string;
  application_id: string;
  household_id: string | null;
  person_id: string;
  kind: string;
  name: string;
  organisation: Generated<string>;
  phone: Generated<string>;
  way: string;
  has_agreed: boolean;
  reference: string;
  child_name: string;
  sent_at: Temporal.Instant;
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
  renewal_of: string | null;
  is_unchanged: Generated<boolean>;
  is_for_rule: Generated<boolean>;
  sitting_id: string | null;
};

export type AssessmentComments = {
  authority_id: string;
  id: string;
  assessment_id: string;
  household_id: string;
  kind: string;
  words: Generated<string>;
  person_id: string;
  person_name: string;
  said_at: Temporal.Instant;
};

export type AssessmentPeople = {
  authority_id: string;
  id: string;
  assessment_id: string;
  household_id: string;
  kind: string;
  name: string;
  about: Generated<string>;
  added_at: Temporal.Instant;
};

export type AssessmentSections = {
  authority_id: string;
  assessment_id: string;
  section: string;
  version: number;
  household_id: string;
  about_id: string | null;
  words: string;
  is_withheld: Generated<boolean>;
  written_by: string;
  written_by_name: string;
  written_at: Temporal.Instant;
};

export type AssessmentSteps = {
  authority_id: string;
  id: string;
  assessment_id: string;
  household_id: string;
  kind: string;
  words: Generated<string>;
  person_id: string;
  person_name: string;
  done_at: Temporal.Instant;
};

export type AssessmentVisits = {
  authority_id: string;
  id: string;
  assessment_id: string;
  household_id: string;
  visited_on: Temporal.PlainDate;
  place: string;
  people_seen: string;
  was_child_seen: boolean;
  words: Generated<string>;
  recorded_by: string;
  recorded_by_name: string;
  recorded_at: Temporal.Instant;
};

export type Assessments = {
  authority_id: string;
  id: string;
  reference: string;
  household_id: string;
  child_id: string;
  kind: string;
  carer_name: Generated<string>;
  for_person_id: string | null;
  source: string;
  application_id: string | null;
  asked_by: string;
  asked_words: Generated<string>;
  asked_at: Temporal.Instant;
  due_on: Temporal.PlainDate;
  state: string;
  assessor_id: string | null;
  assessor_name: Generated<string>;
  submitted_at: Temporal.Instant | null;
  agreed_by: string | null;
  agreed_by_name: Generated<string>;
  agreed_at: Temporal.Instant | null;
  changed_at: Temporal.Instant;
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

export type AwardChanges = {
  authority_id: string;
  id: string;
  award_id: string;
  household_id: string;
  kind: string;
  from_on: Temporal.PlainDate;
  amount_pence: number | null;
  minutes: number | null;
  nights: number | null;
  takes_back: string | null;
  reason: string;
  asked_by: string | null;
  changed_by: string;
  changed_by_name: string;
  changed_at: Temporal.Instant;
};

export type AwardRaises = {
  authority_id: string;
  id: string;
  award_id: string;
  household_id: string;
  from_on: Temporal.PlainDate;
  amount_pence: number | null;
  minutes: number | null;
  nights: number | null;
  reason: string;
  asked_by: string;
  asked_by_name: string;
  asked_at: Temporal.Instant;
  answer: string | null;
  answered_by: string | null;
  answered_by_name: string | null;
  answered_at: Temporal.Instant | null;
  answered_because: string | null;
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
  unit_pence: number | null;
};

export type CaseAssignments = {
  authority_id: string;
  id: string;
  application_id: string;
  household_id: string;
  person_id: string;
  is_namesake: boolean;
  reason: string;
  assigned_by: string;
  assigned_at: Temporal.Instant;
};

export type ChildFacts = {
  authority_id: string;
  id: string;
  household_id: string;
  child_id: string;
  fact: string;
  answer: Json;
  said_by: string;
  said_on: Temporal.PlainDate;
  review_on: Temporal.PlainDate | null;
  recorded_by: string;
  recorded_at: Temporal.Instant;
};

export type ChildHomes = {
  authority_id: string;
  id: string;
  household_id: string;
  child_id: string;
  from_on: Temporal.PlainDate;
  until_on: Temporal.PlainDate | null;
  recorded_by: string;
  recorded_at: Temporal.Instant;
  merge_id: string | null;
};

export type ChildMerges = {
  authority_id: string;
  id: string;
  kept_child_id: string;
  merged_child_id: string;
  both_may_see: boolean | null;
  reason: string;
  merged_by: string;
  merged_at: Temporal.Instant;
  undone_by: string | null;
  undone_at: Temporal.Instant | null;
  undone_because: string | null;
};

export type ChildProfessionals = {
  authority_id: string;
  id: string;
  household_id: string;
  child_id: string;
  name: string;
  role: string;
  organisation: string;
  contact: Generated<string>;
  since_on: Temporal.PlainDate | null;
  until_on: Temporal.PlainDate | null;
  recorded_by: string;
  recorded_at: Temporal.Instant;
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
  merged_into: string | null;
  plain_given: GeneratedAlways<string | null>;
  plain_family: GeneratedAlways<string | null>;
};

export type ChildrenApart = {
  authority_id: string;
  id: string;
  one_child_id: string;
  other_child_id: string;
  reason: string;
  said_by: string;
  said_on: Temporal.PlainDate;
  review_on: Temporal.PlainDate;
  recorded_by: string;
  recorded_at: Temporal.Instant;
  ended_by: string | null;
  ended_at: Temporal.Instant | null;
  ended_because: string | null;
};

export type ChildrenToldApart = {
  authority_id: string;
  one_child_id: string;
  other_child_id: string;
  reason: string;
  told_by: string;
  told_at: Temporal.Instant;
};

export type ComplaintFiles = {
  authority_id: string;
  complaint_id: string;
  file_id: string;
  created_at: Temporal.Instant;
};

export type ComplaintSteps = {
  authority_id: string;
  id: string;
  complaint_id: string;
  number: number;
  at: Temporal.Instant;
  on_day: Temporal.PlainDate;
  person_id: string | null;
  person_name: string;
  kind: string;
  words: string;
  details: Generated<Json>;
  is_for_family: boolean;
};

export type Complaints = {
  authority_id: string;
  id: string;
  reference: string;
  household_id: string | null;
  child_id: string | null;
  person_id: string | null;
  standing: string;
  way: string;
  name: string;
  email: string | null;
  phone: string | null;
  words: string;
  put_right: Generated<string>;
  happened_on: Temporal.PlainDate | null;
  late_because: Generated<string>;
  wants_advocate: boolean;
  made_on: Temporal.PlainDate;
  recorded_by: string | null;
  created_at: Temporal.Instant;
};

export type ContactLimits = {
  authority_id: string;
  id: string;
  child_id: string;
  parent_carer_id: string | null;
  adult_name: string;
  adult_email: string | null;
  is_court_order: boolean;
  bars_records: boolean;
  words: string;
  who_may_know: string;
  from_on: Temporal.PlainDate;
  until_on: Temporal.PlainDate | null;
  recorded_by: string;
  recorded_at: Temporal.Instant;
  ended_by: string | null;
  ended_at: Temporal.Instant | null;
  ended_because: string | null;
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
  minutes: number | null;
  nights: number | null;
};

export type DecisionRunFailures = {
  authority_id: string;
  run_id: string;
  application_id: string;
  problem: string;
};

export type DecisionRuns = {
  authority_id: string;
  id: string;
  person_id: string;
  person_name: string;
  at: Temporal.Instant;
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
  decided_by: string | null;
  decided_by_name: string;
  decided_at: Temporal.Instant;
  number: Generated<number>;
  award_minutes: number | null;
  award_nights: number | null;
  award_per: Generated<string>;
  recommended_minutes: number | null;
  recommended_nights: number | null;
  referred_to: string | null;
  by_rule: Generated<boolean>;
  run_id: string | null;
};

export type DeclaredInterests = {
  authority_id: string;
  person_id: string;
  household_id: string;
  declared_at: Temporal.Instant;
};

export type DirectoryState = {
  authority_id: string;
  version: number;
  hidden_after_months: Generated<number>;
};

export type DisabilityRegister = {
  authority_id: string;
  id: string;
  reference: string;
  household_id: string;
  child_id: string;
  state: string;
  asked_by: string;
  asked_at: Temporal.Instant;
  asked_as: string;
  agreed_by: string;
  settled_by: string | null;
  settled_at: Temporal.Instant | null;
  reason: string | null;
  way_onward: string | null;
  leaves_on: Temporal.PlainDate;
  left_on: Temporal.PlainDate | null;
  left_because: string | null;
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
  supersedes: string | null;
  shows: Generated<string>;
  recorded_by: string | null;
};

export type EvidenceReminders = {
  authority_id: string;
  evidence_id: string;
  weeks_before: number;
  sent_at: Temporal.Instant;
};

export type FactCorrections = {
  authority_id: string;
  id: string;
  application_id: string;
  household_id: string;
  fact: string;
  was: string;
  is_now: string;
  evidence_id: string;
  reason: string;
  corrected_by: string;
  corrected_by_name: string;
  corrected_at: Temporal.Instant;
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
  handed_in_for: string | null;
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

export type HouseholdAddresses = {
  authority_id: string;
  id: string;
  household_id: string;
  address_line_1: string;
  address_line_2: Generated<string>;
  town: string;
  postcode: string;
  district: string | null;
  from_on: Temporal.PlainDate;
  until_on: Temporal.PlainDate | null;
  recorded_at: Temporal.Instant;
};

export type HouseholdInvitations = {
  authority_id: string;
  id: string;
  household_id: string;
  name: string;
  email: string;
  relationship: string;
  claims_responsibility: boolean;
  code_hash: string;
  invited_by: string;
  invited_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  accepted_by: string | null;
  accepted_at: Temporal.Instant | null;
  settled_by: string | null;
  settled_at: Temporal.Instant | null;
  outcome: string | null;
  reason: string | null;
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

export type ImportedChildren = {
  authority_id: string;
  source: string;
  source_key: string;
  child_id: string;
  household_id: string;
  made_record: boolean;
  first_import_id: string;
  last_import_id: string;
  first_at: Temporal.Instant;
  last_at: Temporal.Instant;
  said: Json;
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
  change_id: string | null;
};

export type ListingCommentSteps = {
  authority_id: string;
  id: string;
  comment_id: string;
  number: number;
  kind: string;
  words: string;
  outcome: string | null;
  on_day: Temporal.PlainDate;
  at: Temporal.Instant;
  by_id: string;
  by_name: string;
};

export type ListingComments = {
  authority_id: string;
  id: string;
  listing_slug: string | null;
  said_by: string;
  words: string | null;
  email: string | null;
  made_on: Temporal.PlainDate;
  created_at: Temporal.Instant;
};

export type ListingDrafts = {
  authority_id: string;
  slug: string;
  id: string;
  provider_slug: string;
  content: Json | null;
  changes: Generated<Json>;
  waiting: number;
  source: string;
  revision: Generated<number>;
  proposed_by: string | null;
  by_words: string;
  returned_by: string | null;
  proposed_at: Temporal.Instant;
};

export type ListingImportRows = {
  authority_id: string;
  import_id: string;
  number: number;
  title: string;
  their_id: string;
  outcome: string;
  slug: string | null;
  like_what: string | null;
  listing: Json | null;
  wrongs: Generated<Json>;
  oddities: Generated<Json>;
  original: Json;
  is_chosen: boolean;
  taken_in_at: Temporal.Instant | null;
};

export type ListingImports = {
  authority_id: string;
  id: string;
  kind: string;
  name: string;
  state: string;
  problem: string | null;
  oddities: Generated<Json>;
  row_count: Generated<number>;
  asked_by: string | null;
  asked_at: Temporal.Instant;
  settled_by: string | null;
  settled_at: Temporal.Instant | null;
};

export type ListingPictures = {
  authority_id: string;
  id: string;
  slug: string;
  provider_slug: string;
  media_type: string;
  bytes: number;
  sha256: string;
  added_by: string;
  added_at: Temporal.Instant;
  published_at: Temporal.Instant | null;
};

export type ListingProblemSteps = {
  authority_id: string;
  id: string;
  problem_id: string;
  number: number;
  kind: string;
  words: string;
  at: Temporal.Instant;
  by_id: string;
  by_name: string;
};

export type ListingProblems = {
  authority_id: string;
  id: string;
  listing_slug: string;
  kind: string;
  words: string | null;
  email: string | null;
  reported_on: Temporal.PlainDate;
  created_at: Temporal.Instant;
};

export type ListingProblemsTold = {
  authority_id: string;
  listing_slug: string;
  on_day: Temporal.PlainDate;
};

export type ListingReminders = {
  authority_id: string;
  listing_slug: string;
  checked_on: Temporal.PlainDate;
  step: number;
  sent_at: Temporal.Instant;
  sent_to: string | null;
  token_hash: string;
  used_at: Temporal.Instant | null;
};

export type ListingSeries = {
  authority_id: string;
  id: string;
  listing_slug: string;
  place_number: number;
  is_open: boolean;
  was_open: Generated<boolean>;
  fingerprint: string;
  modified_at: Temporal.Instant;
  position: number;
};

export type ListingSessions = {
  authority_id: string;
  id: string;
  listing_slug: string;
  place_number: number;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  on_day: Temporal.PlainDate;
  places: number | null;
  places_left: number | null;
  state: string;
  is_open: boolean;
  was_open: Generated<boolean>;
  modified_at: Temporal.Instant;
  position: number;
};

export type ListingVersions = {
  authority_id: string;
  id: string;
  slug: string;
  provider_slug: string;
  state: string;
  content: Json;
  content_hash: string;
  shown_from: Temporal.PlainDate | null;
  shown_until: Temporal.PlainDate | null;
  why: string | null;
  person_id: string | null;
  by_words: string;
  made_at: Temporal.Instant;
  is_first: Generated<boolean>;
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
  provenance: string;
  checked_on: Temporal.PlainDate;
  published_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
  id: Generated<string>;
  provider_slug: string | null;
  created_at: Temporal.Instant | null;
  shown_from: Temporal.PlainDate | null;
  shown_until: Temporal.PlainDate | null;
  is_edited: Generated<boolean>;
  changed_in: Generated<number>;
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
  is_secret: Generated<boolean>;
  queued_by: Generated<string | null>;
};

export type NewsletterIssues = {
  authority_id: string;
  id: string;
  number: number | null;
  title: string;
  body: string;
  written_by: string;
  written_at: Temporal.Instant;
  sent_by: string | null;
  sent_at: Temporal.Instant | null;
};

export type NewsletterSendings = {
  authority_id: string;
  issue_id: string;
  alert_id: string;
  at: Temporal.Instant;
};

export type OtherSupport = {
  authority_id: string;
  id: string;
  child_id: string;
  household_id: string;
  name: string;
  break_kind: string;
  way: string;
  paid_by: string;
  legal_basis: string | null;
  yearly_pence: number | null;
  yearly_minutes: number | null;
  yearly_nights: number | null;
  starts_on: Temporal.PlainDate;
  ends_on: Temporal.PlainDate | null;
  review_on: Temporal.PlainDate | null;
  told_by: string;
  import_key: string | null;
  recorded_by: string | null;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type PackageMarks = {
  authority_id: string;
  child_id: string;
  household_id: string;
  touched_in: number;
};

export type PanelDecisions = {
  authority_id: string;
  id: string;
  item_id: string;
  meeting_id: string;
  household_id: string;
  child_id: string;
  plan_id: string | null;
  application_id: string | null;
  outcome: string;
  reasons: string;
  conditions: Generated<string>;
  less: Generated<string>;
  recorded_by: string;
  recorded_by_name: string;
  recorded_at: Temporal.Instant;
};

export type PanelInterests = {
  authority_id: string;
  item_id: string;
  person_id: string;
  name: string;
  words: Generated<string>;
  declared_at: Temporal.Instant;
};

export type PanelItems = {
  authority_id: string;
  id: string;
  meeting_id: string;
  household_id: string;
  child_id: string;
  kind: string;
  plan_id: string | null;
  application_id: string | null;
  position: number;
  waiting_since: Temporal.Instant;
  because: Generated<string>;
  state: string;
  withdrawn_because: Generated<string>;
};

export type PanelMeetings = {
  authority_id: string;
  id: string;
  reference: string;
  held_on: Temporal.PlainDate;
  starts_at: string;
  place: string;
  chair_id: string;
  chair_name: string;
  quorum: number;
  state: string;
  papers_issued_at: Temporal.Instant | null;
  cancelled_because: Generated<string>;
  created_at: Temporal.Instant;
};

export type PanelMemberChanges = {
  authority_id: string;
  id: string;
  meeting_id: string;
  person_id: string;
  kind: string;
  because: string;
  changed_by: string;
  changed_by_name: string;
  changed_at: Temporal.Instant;
};

export type PanelMembers = {
  authority_id: string;
  meeting_id: string;
  person_id: string;
  name: string;
  added_at: Temporal.Instant;
};

export type PanelMinutes = {
  authority_id: string;
  id: string;
  meeting_id: string;
  kind: string;
  words: string;
  person_id: string;
  person_name: string;
  written_at: Temporal.Instant;
};

export type PanelVotes = {
  authority_id: string;
  decision_id: string;
  person_id: string;
  name: string;
  vote: string;
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
  plain_name: GeneratedAlways<string | null>;
  plain_email: GeneratedAlways<string | null>;
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
  plain_name: GeneratedAlways<string | null>;
  plain_email: GeneratedAlways<string | null>;
};

export type PlanComments = {
  authority_id: string;
  id: string;
  plan_id: string;
  household_id: string;
  answer: string;
  words: Generated<string>;
  person_id: string;
  person_name: string;
  said_at: Temporal.Instant;
};

export type PlanLineWishes = {
  authority_id: string;
  id: string;
  plan_id: string;
  line_id: string;
  household_id: string;
  wish: string;
  person_id: string;
  said_at: Temporal.Instant;
};

export type PlanLines = {
  authority_id: string;
  id: string;
  plan_id: string;
  household_id: string;
  position: number;
  is_complete: Generated<boolean>;
  need: Generated<string>;
  outcome: Generated<string>;
  support: Generated<string>;
  why: Generated<string>;
  amount_pence: number | null;
  minutes: number | null;
  nights: number | null;
  per: string | null;
  unit_pence: number | null;
  ratio_twelfths: number | null;
  yearly_pence: number | null;
  break_kind: string | null;
  way: string | null;
  paid_by: Generated<string>;
  legal_basis: string | null;
};

export type PlanPayments = {
  authority_id: string;
  plan_id: string;
  household_id: string;
  arranged_by: string;
  arranged_by_name: string;
  arranged_at: Temporal.Instant;
  words: Generated<string>;
};

export type PlanSteps = {
  authority_id: string;
  id: string;
  plan_id: string;
  household_id: string;
  kind: string;
  words: Generated<string>;
  record: Generated<Json>;
  person_id: string;
  person_name: string;
  done_at: Temporal.Instant;
};

export type Postcodes = {
  postcode: string;
  latitude: number;
  longitude: number;
  district_code: string;
};

export type ProviderPeople = {
  authority_id: string;
  provider_slug: string;
  person_id: string;
  invited_by: string | null;
  invited_at: Temporal.Instant;
  removed_by: string | null;
  removed_at: Temporal.Instant | null;
};

export type Providers = {
  authority_id: string;
  slug: string;
  id: string;
  name: string;
  about: string | null;
  phone: string | null;
  email: string | null;
  url: string | null;
  created_at: Temporal.Instant;
  modified_at: Temporal.Instant;
};

export type PublishedComments = {
  authority_id: string;
  comment_id: string;
  listing_slug: string | null;
  said_by: string;
  said_on: Temporal.PlainDate;
  words: string;
  published_on: Temporal.PlainDate;
  answer: string | null;
  outcome: string | null;
  answered_on: Temporal.PlainDate | null;
};

export type RegisterImportRows = {
  authority_id: string;
  import_id: string;
  row_number: number;
  cells: Json;
};

export type RegisterImports = {
  authority_id: string;
  id: string;
  reference: string;
  file_name: string;
  sha256: string;
  source: string;
  mapping: string;
  state: string;
  row_count: number;
  counts: Json | null;
  uploaded_by: string;
  uploaded_at: Temporal.Instant;
  settled_by: string | null;
  settled_at: Temporal.Instant | null;
};

export type ReviewRecords = {
  authority_id: string;
  id: string;
  award_id: string;
  child_id: string;
  household_id: string;
  due_on: Temporal.PlainDate;
  held_on: Temporal.PlainDate;
  child_views: Generated<string>;
  child_views_missing: Generated<string>;
  child_feels: string | null;
  carers_views: string;
  sibling_effect: Generated<string>;
  went_well: string;
  delivered: string;
  outcome: string;
  because: string;
  next_on: Temporal.PlainDate | null;
  held_by: string;
  held_by_name: string;
  recorded_at: Temporal.Instant;
};

export type ReviewReminders = {
  authority_id: string;
  award_id: string;
  due_on: Temporal.PlainDate;
  household_id: string;
  reminded_at: Temporal.Instant;
};

export type ReviewViews = {
  authority_id: string;
  id: string;
  award_id: string;
  household_id: string;
  due_on: Temporal.PlainDate;
  whose: string;
  feels: string | null;
  words: Generated<string>;
  going_well: Generated<string>;
  to_change: Generated<string>;
  siblings: Generated<string>;
  written_by: string;
  written_at: Temporal.Instant;
};

export type RuleAttempts = {
  authority_id: string;
  application_id: string;
  at: Temporal.Instant;
  left_because: string;
};

export type SearchSynonyms = {
  authority_id: string;
  id: string;
  word: string;
  means: string[];
  is_put_back: Generated<boolean>;
  changed_at: Temporal.Instant;
  changed_by: string;
  changed_by_name: string;
  changed_in: Generated<number>;
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
  kind: Generated<string>;
};

export type StatementAnswers = {
  authority_id: string;
  id: string;
  comment_id: string;
  draft_number: number;
  is_published: boolean;
  section: string;
  who: string;
  how: string;
  people: number;
  words: string;
  changed: string;
  answered_by: string;
  answered_by_name: string;
  answered_at: Temporal.Instant;
};

export type StatementComments = {
  authority_id: string;
  id: string;
  draft_number: number;
  section: string;
  who: string;
  how: string;
  people: Generated<number>;
  words: string;
  noted_by: string | null;
  noted_by_name: string | null;
  made_on: Temporal.PlainDate;
  made_at: Temporal.Instant;
};

export type StatementConsultations = {
  authority_id: string;
  draft_number: number;
  round: number;
  opens_on: Temporal.PlainDate;
  closes_on: Temporal.PlainDate;
  asks: string;
  content: Json;
  opened_by: string;
  opened_by_name: string;
  opened_at: Temporal.Instant;
};

export type StatementDrafts = {
  authority_id: string;
  number: number;
  begun_by: string;
  begun_by_name: string;
  begun_at: Temporal.Instant;
};

export type StatementGapReasons = {
  authority_id: string;
  id: string;
  draft_number: number;
  duty: string;
  because: string;
  written_by: string;
  written_by_name: string;
  written_at: Temporal.Instant;
};

export type StatementReminders = {
  authority_id: string;
  version_number: number;
  step: string;
  told_at: Temporal.Instant;
};

export type StatementSignatures = {
  authority_id: string;
  draft_number: number;
  fingerprint: string;
  signed_by: string;
  signed_by_name: string;
  signed_as: string;
  signed_at: Temporal.Instant;
};

export type StatementTexts = {
  authority_id: string;
  draft_number: number;
  section: string;
  variant: string;
  revision: number;
  words: string;
  picture: string | null;
  written_by: string;
  written_by_name: string;
  written_at: Temporal.Instant;
};

export type StatementVersions = {
  authority_id: string;
  number: number;
  published_on: Temporal.PlainDate;
  review_by: Temporal.PlainDate;
  content: Json;
  published_by: string;
  published_by_name: string;
  published_at: Temporal.Instant;
};

export type SupportPlans = {
  authority_id: string;
  id: string;
  reference: string;
  household_id: string;
  child_id: string;
  assessment_id: string;
  written_by: string;
  written_by_name: string;
  state: string;
  starts_on: Temporal.PlainDate;
  ends_on: Temporal.PlainDate;
  yearly_pence: number | null;
  panel_because: Generated<string>;
  agreed_by: string | null;
  agreed_by_name: Generated<string>;
  agreed_at: Temporal.Instant | null;
  agreed_words: Generated<string>;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

export type Tallies = {
  authority_id: string;
  what: string;
  on_day: Temporal.PlainDate;
  details: Json;
  times: number;
};

export type TransitionEntries = {
  authority_id: string;
  id: string;
  child_id: string;
  household_id: string;
  at: Temporal.Instant;
  person_id: string | null;
  person_name: string;
  kind: string;
  milestone: string | null;
  words: string;
  details: Generated<Json>;
};

export type WithdrawnInterests = {
  authority_id: string;
  id: string;
  person_id: string;
  household_id: string;
  withdrawn_at: Temporal.Instant;
  withdrawn_by: string;
  reason: string;
};

export type WordDrafts = {
  authority_id: string;
  template_id: string;
  person_id: string;
  subject: string;
  body: string;
  note: string;
  saved_at: Temporal.Instant;
};

export type WordVersions = {
  authority_id: string;
  id: string;
  template_id: string;
  subject: string;
  body: string;
  note: string;
  published_at: Temporal.Instant;
  published_by: string;
  published_by_name: string;
};

/** Every table of the database. */
export type Schema = {
  alert_links: AlertLinks;
  alerts: Alerts;
  appeal_files: AppealFiles;
  appeal_steps: AppealSteps;
  appeals: Appeals;
  application_events: ApplicationEvents;
  application_proxies: ApplicationProxies;
  applications: Applications;
  assessment_comments: AssessmentComments;
  assessment_people: AssessmentPeople;
  assessment_sections: AssessmentSections;
  assessment_steps: AssessmentSteps;
  assessment_visits: AssessmentVisits;
  assessments: Assessments;
  audit_heads: AuditHeads;
  audit_records: AuditRecords;
  authorities: Authorities;
  award_changes: AwardChanges;
  award_raises: AwardRaises;
  awards: Awards;
  case_assignments: CaseAssignments;
  child_facts: ChildFacts;
  child_homes: ChildHomes;
  child_merges: ChildMerges;
  child_professionals: ChildProfessionals;
  children: Children;
  children_apart: ChildrenApart;
  children_told_apart: ChildrenToldApart;
  complaint_files: ComplaintFiles;
  complaint_steps: ComplaintSteps;
  complaints: Complaints;
  contact_limits: ContactLimits;
  decision_drafts: DecisionDrafts;
  decision_run_failures: DecisionRunFailures;
  decision_runs: DecisionRuns;
  decisions: Decisions;
  declared_interests: DeclaredInterests;
  directory_state: DirectoryState;
  disability_register: DisabilityRegister;
  evidence: Evidence;
  evidence_reminders: EvidenceReminders;
  fact_corrections: FactCorrections;
  files: Files;
  form_posts: FormPosts;
  household_accounts: HouseholdAccounts;
  household_addresses: HouseholdAddresses;
  household_invitations: HouseholdInvitations;
  households: Households;
  imported_children: ImportedChildren;
  kept_forms: KeptForms;
  ledger_entries: LedgerEntries;
  listing_comment_steps: ListingCommentSteps;
  listing_comments: ListingComments;
  listing_drafts: ListingDrafts;
  listing_import_rows: ListingImportRows;
  listing_imports: ListingImports;
  listing_pictures: ListingPictures;
  listing_problem_steps: ListingProblemSteps;
  listing_problems: ListingProblems;
  listing_problems_told: ListingProblemsTold;
  listing_reminders: ListingReminders;
  listing_series: ListingSeries;
  listing_sessions: ListingSessions;
  listing_versions: ListingVersions;
  listings: Listings;
  messages: Messages;
  newsletter_issues: NewsletterIssues;
  newsletter_sendings: NewsletterSendings;
  other_support: OtherSupport;
  package_marks: PackageMarks;
  panel_decisions: PanelDecisions;
  panel_interests: PanelInterests;
  panel_items: PanelItems;
  panel_meetings: PanelMeetings;
  panel_member_changes: PanelMemberChanges;
  panel_members: PanelMembers;
  panel_minutes: PanelMinutes;
  panel_votes: PanelVotes;
  parent_carers: ParentCarers;
  people: People;
  plan_comments: PlanComments;
  plan_line_wishes: PlanLineWishes;
  plan_lines: PlanLines;
  plan_payments: PlanPayments;
  plan_steps: PlanSteps;
  postcodes: Postcodes;
  provider_people: ProviderPeople;
  providers: Providers;
  published_comments: PublishedComments;
  register_import_rows: RegisterImportRows;
  register_imports: RegisterImports;
  review_records: ReviewRecords;
  review_reminders: ReviewReminders;
  review_views: ReviewViews;
  rule_attempts: RuleAttempts;
  search_synonyms: SearchSynonyms;
  sessions: Sessions;
  sign_in_links: SignInLinks;
  statement_answers: StatementAnswers;
  statement_comments: StatementComments;
  statement_consultations: StatementConsultations;
  statement_drafts: StatementDrafts;
  statement_gap_reasons: StatementGapReasons;
  statement_reminders: StatementReminders;
  statement_signatures: StatementSignatures;
  statement_texts: StatementTexts;
  statement_versions: StatementVersions;
  support_plans: SupportPlans;
  tallies: Tallies;
  transition_entries: TransitionEntries;
  withdrawn_interests: WithdrawnInterests;
  word_drafts: WordDrafts;
  word_versions: WordVersions;
};
