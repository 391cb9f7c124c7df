-- The statement as published: whole, with the facts of its day, and never changed.

create table statement_versions (
  authority_id uuid not null references authorities,
  number integer not null check (number > 0),
  published_on date not null,
  review_by date not null,
  -- Sections with their words and their HTML, the facts behind them, the views, and what changed.
  content jsonb not null,
  published_by uuid not null,
  published_by_name text not null,
  published_at timestamptz not null,
  constraint one_statement_version_a_number primary key (authority_id, number),
  constraint statement_is_reviewed_later check (review_by > published_on),
  foreign key (authority_id, number) references statement_drafts,
  foreign key (authority_id, published_by) references people
);
call close_to_authority('statement_versions', 'select, insert');
call keep_append_only('statement_versions');
create policy staff_publish_statement on statement_versions as restrictive for insert to daybreak_app
  with check (app_standing() = 'practitioner');

-- Whom the daily job has told that a review is near or late, so that it may run twice.
create table statement_reminders (
  authority_id uuid not null references authorities,
  version_number integer not null,
  -- "before", "due", "late-1" …
  step text not null,
  told_at timestamptz not null,
  primary key (authority_id, version_number, step),
  foreign key (authority_id, version_number) references statement_versions
);
call close_to_authority('statement_reminders', 'select, insert');
call close_to_providers('statement_reminders');
call keep_append_only('statement_reminders');
