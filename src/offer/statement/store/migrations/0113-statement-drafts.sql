-- The short breaks statement while it is written: nothing of it is overwritten. Each saving adds a revision of one
-- section, and the newest counts; what somebody else wrote before stays to be read.

create table statement_drafts (
  authority_id uuid not null references authorities,
  -- The number that the version will have.
  number integer not null check (number > 0),
  begun_by uuid not null,
  begun_by_name text not null,
  begun_at timestamptz not null,
  primary key (authority_id, number),
  foreign key (authority_id, begun_by) references people
);
call close_to_authority('statement_drafts', 'select, insert');
call keep_append_only('statement_drafts');
create policy staff_draft on statement_drafts as restrictive to daybreak_app
  using (app_standing() in ('practitioner', 'system')) with check (app_standing() = 'practitioner');

create table statement_texts (
  authority_id uuid not null references authorities,
  draft_number integer not null,
  section text not null,
  variant text not null check (variant in ('words', 'easy-read')),
  -- Counted from 1. Two people who begin from the same revision cannot both have the next.
  revision integer not null check (revision > 0),
  words text not null,
  -- The picture of an Easy Read section.
  picture text,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  constraint one_statement_text_a_revision primary key (authority_id, draft_number, section, variant, revision),
  foreign key (authority_id, draft_number) references statement_drafts,
  foreign key (authority_id, written_by) references people
);
call close_to_authority('statement_texts', 'select, insert');
call keep_append_only('statement_texts');
create policy staff_write_statement on statement_texts as restrictive to daybreak_app
  using (app_standing() in ('practitioner', 'system')) with check (app_standing() = 'practitioner');

-- Why a draft is published although a duty of regulation 5 is not met in it. The newest of a duty counts; an empty
-- one takes the reason back.
create table statement_gap_reasons (
  authority_id uuid not null references authorities,
  id uuid not null,
  draft_number integer not null,
  duty text not null,
  because text not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, draft_number) references statement_drafts,
  foreign key (authority_id, written_by) references people
);
create index statement_gap_reasons_by_draft on statement_gap_reasons (authority_id, draft_number, written_at);
call close_to_authority('statement_gap_reasons', 'select, insert');
call keep_append_only('statement_gap_reasons');
create policy staff_give_reasons on statement_gap_reasons as restrictive to daybreak_app
  using (app_standing() in ('practitioner', 'system')) with check (app_standing() = 'practitioner');

-- Who signed what. A signature counts for the words that it was put under, by their fingerprint: a change takes it off.
create table statement_signatures (
  authority_id uuid not null references authorities,
  draft_number integer not null,
  fingerprint text not null check (fingerprint <> ''),
  signed_by uuid not null,
  signed_by_name text not null,
  signed_as text not null check (signed_as in ('commissioner', 'team-manager')),
  signed_at timestamptz not null,
  primary key (authority_id, draft_number, fingerprint, signed_by),
  foreign key (authority_id, draft_number) references statement_drafts,
  foreign key (authority_id, signed_by) references people
);
call close_to_authority('statement_signatures', 'select, insert');
call keep_append_only('statement_signatures');
create policy own_signature on statement_signatures as restrictive to daybreak_app
  using (app_standing() in ('practitioner', 'system'))
  with check (app_standing() = 'practitioner' and signed_by = app_person());
