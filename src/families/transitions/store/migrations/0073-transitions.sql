-- What is planned and done while a young person grows up: their own words, steps, the assessment for adult life.
-- What is due when is worked out from the date of birth; only what somebody said or did is kept.

create table transition_entries (
  authority_id uuid not null references authorities,
  id uuid not null,
  child_id uuid not null,
  household_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  kind text not null check (kind in ('told', 'done', 'hopes', 'consent', 'step', 'step-done', 'referral', 'own-account', 'own-payments')),
  -- The milestone that it is about, by its name in transition.yaml.
  milestone text,
  words text not null,
  details jsonb not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children,
  foreign key (authority_id, household_id) references households
);
create index transition_entries_by_child on transition_entries (authority_id, child_id, at, id);
-- Nobody is told twice of the same thing, and no milestone is reached twice.
create unique index told_once on transition_entries (authority_id, child_id, milestone) where kind = 'told';
create unique index done_once on transition_entries (authority_id, child_id, milestone) where kind = 'done';
call close_to_authority('transition_entries', 'select, insert');
call keep_append_only('transition_entries');
call close_to_household('transition_entries');
create policy families_say on transition_entries as restrictive for insert to daybreak_app
  with check (app_is_staff() or kind = 'hopes');
