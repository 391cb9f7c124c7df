-- Complaints (the law says representations) as they were made, and every step that was taken about them. Where a
-- complaint stands and what is due is worked out from its steps, so that nothing about it is ever overwritten.

create table complaints (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  -- Both may be unknown: anybody may complain, also without an account.
  household_id uuid,
  child_id uuid,
  -- The account of who complains, where they have one. Nobody else of a household sees it: a young person may
  -- complain for themselves.
  person_id uuid,
  standing text not null check (standing in ('young-person', 'parent-carer', 'somebody-else')),
  way text not null check (way in ('online', 'phone', 'letter', 'in-person')),
  name text not null check (name <> ''),
  email text,
  phone text,
  words text not null check (words <> ''),
  put_right text not null default '',
  -- The day of what it is about, as far as it is known.
  happened_on date,
  late_because text not null default '',
  wants_advocate boolean not null,
  made_on date not null,
  recorded_by uuid,
  created_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, child_id) references children,
  constraint somebody_to_answer check (person_id is not null or email is not null or phone is not null)
);
create unique index complaints_reference on complaints (authority_id, reference);
create index complaints_by_household on complaints (authority_id, household_id);
create index complaints_by_person on complaints (authority_id, person_id);
create index complaints_by_day on complaints (authority_id, made_on);
call close_to_authority('complaints', 'select, insert');
call keep_append_only('complaints');
create policy own_complaints on complaints as restrictive for select to daybreak_app
  using (app_is_staff() or person_id = app_person());
create policy own_complaints_only on complaints as restrictive for insert to daybreak_app
  with check (app_is_staff() or person_id is not distinct from app_person());

create table complaint_steps (
  authority_id uuid not null references authorities,
  id uuid not null,
  complaint_id uuid not null,
  -- Steps are numbered, so that of two people who act at once the second sees what the first did.
  number integer not null check (number > 0),
  at timestamptz not null,
  -- The day from which a clock counts; mostly the day of `at`.
  on_day date not null,
  person_id uuid,
  person_name text not null,
  kind text not null check (kind in (
    'made', 'late-refused', 'about', 'taken', 'extended', 'answered', 'asked-on', 'investigators', 'panel', 'findings',
    'asked-for-account', 'account', 'remedy', 'remedy-done', 'learning', 'advocate', 'note', 'withdrawn', 'moved')),
  words text not null,
  details jsonb not null default '{}',
  is_for_family boolean not null,
  primary key (authority_id, id),
  foreign key (authority_id, complaint_id) references complaints
);
create unique index complaint_steps_numbered on complaint_steps (authority_id, complaint_id, number);
call close_to_authority('complaint_steps', 'select, insert');
call keep_append_only('complaint_steps');
create policy own_complaint_steps on complaint_steps as restrictive for select to daybreak_app
  using (app_is_staff() or (is_for_family and complaint_id in (select c.id from complaints c)));
-- Somebody without an account makes a complaint, and cannot read it again.
create policy steps_by_families on complaint_steps as restrictive for insert to daybreak_app
  with check (app_is_staff() or (is_for_family and kind = 'made' and number = 1)
    or (is_for_family and kind in ('asked-on', 'withdrawn') and complaint_id in (select c.id from complaints c)));

-- A family does not see every step, and still adds the next one: the number is all that it is told.
create policy of_the_owner on complaint_steps for select to current_user using (true);
create function complaint_last_number(the_authority uuid, the_complaint uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(max(s.number), 0) from complaint_steps s
    where s.authority_id = the_authority and s.complaint_id = the_complaint $$;

create table complaint_files (
  authority_id uuid not null references authorities,
  complaint_id uuid not null,
  file_id uuid not null,
  created_at timestamptz not null,
  primary key (authority_id, complaint_id, file_id),
  foreign key (authority_id, complaint_id) references complaints,
  foreign key (authority_id, file_id) references files
);
call close_to_authority('complaint_files', 'select, insert');
call keep_append_only('complaint_files');
create policy own_complaint_files on complaint_files as restrictive to daybreak_app
  using (app_is_staff() or complaint_id in (select c.id from complaints c))
  with check (app_is_staff() or complaint_id in (select c.id from complaints c));
