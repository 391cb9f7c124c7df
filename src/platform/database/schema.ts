// Written by `npm run types:database` from the migrated schema; do not edit.
import type { Generated } from 'kysely';

/** Anything that JSON can say. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

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

export type KeptForms = {
  authority_id: string;
  token_hash: string;
  path: string;
  sealed: Uint8Array;
  at: Temporal.Instant;
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
};

export type OpenidAttempts = {
  authority_id: string;
  state_hash: string;
  sealed: Uint8Array;
  created_at: Temporal.Instant;
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
  audit_heads: AuditHeads;
  audit_records: AuditRecords;
  authorities: Authorities;
  files: Files;
  form_posts: FormPosts;
  kept_forms: KeptForms;
  messages: Messages;
  openid_attempts: OpenidAttempts;
  people: People;
  postcodes: Postcodes;
  sessions: Sessions;
  sign_in_links: SignInLinks;
};
