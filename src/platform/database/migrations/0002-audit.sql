-- Who saw or changed what. Each record carries the hash of the one before it.

create table audit_heads (
  authority_id uuid primary key references authorities,
  sequence bigint not null,
  hash text not null
);
call close_to_authority('audit_heads', 'select, insert, update');

create table audit_records (
  authority_id uuid not null references authorities,
  sequence bigint not null,
  at timestamptz not null,
  person_id uuid,
  standing text not null,
  event text not null,
  subject_kind text,
  subject_id text,
  details jsonb not null,
  request_id text,
  previous_hash text not null,
  hash text not null,
  primary key (authority_id, sequence)
);
create index audit_records_by_subject on audit_records (authority_id, subject_kind, subject_id, sequence);
create index audit_records_by_person on audit_records (authority_id, person_id, sequence);
call close_to_authority('audit_records', 'select, insert');
call keep_append_only('audit_records');
