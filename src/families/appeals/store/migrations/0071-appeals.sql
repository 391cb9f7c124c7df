-- A family that thinks a decision is wrong asks for it to be looked at again under its scheme. What was asked
-- stands as it was asked; what came of it is added behind it.

create table appeals (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  household_id uuid not null,
  child_id uuid not null,
  application_id uuid not null,
  decision_id uuid not null,
  -- Which appeal about this decision it is: 1, 2 …
  number integer not null check (number > 0),
  person_id uuid not null,
  words text not null check (words <> ''),
  -- Why it comes after the scheme's last day for it; empty where it came in time.
  late_because text not null default '',
  made_on date not null,
  answer_by date not null,
  created_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, child_id) references children,
  foreign key (authority_id, application_id) references applications,
  foreign key (authority_id, decision_id) references decisions,
  foreign key (authority_id, person_id) references people
);
create unique index appeals_reference on appeals (authority_id, reference);
create unique index one_appeal_at_a_time on appeals (authority_id, decision_id, number);
create index appeals_by_household on appeals (authority_id, household_id);
call close_to_authority('appeals', 'select, insert');
call keep_append_only('appeals');
call close_to_household('appeals');

create table appeal_steps (
  authority_id uuid not null references authorities,
  id uuid not null,
  appeal_id uuid not null,
  household_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  kind text not null check (kind in ('made', 'taken', 'answered', 'withdrawn', 'moved')),
  outcome text check (outcome in ('upheld', 'partly', 'not-upheld')),
  -- Whether the application is decided again.
  is_decided_again boolean not null default false,
  words text not null,
  primary key (authority_id, id),
  foreign key (authority_id, appeal_id) references appeals,
  constraint answer_is_whole check ((kind = 'answered') = (outcome is not null) and (kind <> 'answered' or words <> '')),
  constraint upheld_is_decided_again check (outcome is distinct from 'upheld' or is_decided_again),
  constraint not_upheld_stands check (outcome is distinct from 'not-upheld' or not is_decided_again)
);
-- Of two who end an appeal at once, one comes second.
create unique index one_end_of_an_appeal on appeal_steps (authority_id, appeal_id) where kind in ('answered', 'withdrawn', 'moved');
create index appeal_steps_in_order on appeal_steps (authority_id, appeal_id, at, id);
call close_to_authority('appeal_steps', 'select, insert');
call keep_append_only('appeal_steps');
call close_to_household('appeal_steps');
create policy answers_by_staff on appeal_steps as restrictive for insert to daybreak_app
  with check (app_is_staff() or kind in ('made', 'withdrawn'));

create table appeal_files (
  authority_id uuid not null references authorities,
  appeal_id uuid not null,
  household_id uuid not null,
  file_id uuid not null,
  created_at timestamptz not null,
  primary key (authority_id, appeal_id, file_id),
  foreign key (authority_id, appeal_id) references appeals,
  foreign key (authority_id, file_id) references files
);
call close_to_authority('appeal_files', 'select, insert');
call keep_append_only('appeal_files');
call close_to_household('appeal_files');
