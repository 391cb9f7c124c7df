-- Whose case it is not, and whose it is: names are kept plain, so that a list of hidden households is a look into
-- an index; a declared interest may be withdrawn; a namesake may be told apart; a case may be given to somebody.

-- A name without capitals, accents and double spaces; the same as the program makes of it.
create function plain_name(name text) returns text language sql immutable parallel safe
  as $$ select lower(trim(regexp_replace(regexp_replace(normalize(name, NFKD), '[' || chr(768) || '-' || chr(879) || ']', '', 'g'), '[[:space:]]+', ' ', 'g'))) $$;

alter table parent_carers
  add column plain_name text generated always as (plain_name(name)) stored,
  add column plain_email text generated always as (lower(trim(email))) stored;
create index parent_carers_by_plain_name on parent_carers (authority_id, plain_name);
create index parent_carers_by_plain_email on parent_carers (authority_id, plain_email);
alter table people
  add column plain_name text generated always as (plain_name(name)) stored,
  add column plain_email text generated always as (lower(trim(email))) stored;
create index people_by_plain_name on people (authority_id, plain_name);
create index people_by_plain_email on people (authority_id, plain_email);

-- An interest may be declared again after it was withdrawn.
alter table declared_interests drop constraint declared_interests_pkey;
alter table declared_interests add primary key (authority_id, person_id, household_id, declared_at);

create table withdrawn_interests (
  authority_id uuid not null references authorities,
  id uuid not null,
  person_id uuid not null,
  household_id uuid not null,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  reason text not null check (reason <> ''),
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references people,
  foreign key (authority_id, withdrawn_by) references people,
  foreign key (authority_id, household_id) references households,
  constraint withdrawn_by_somebody_else check (withdrawn_by <> person_id)
);
create index withdrawn_interests_by_person on withdrawn_interests (authority_id, person_id, household_id);
call close_to_authority('withdrawn_interests', 'select, insert');
call keep_append_only('withdrawn_interests');
create policy staff_withdrawn_interests on withdrawn_interests as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());

-- A case given to a named practitioner. Where they have the name of somebody of the household, a manager has
-- confirmed that it is a namesake; that never reaches beyond the name.
create table case_assignments (
  authority_id uuid not null references authorities,
  id uuid not null,
  application_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  is_namesake boolean not null,
  reason text not null check (reason <> ''),
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, application_id) references applications,
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, person_id) references people,
  foreign key (authority_id, assigned_by) references people,
  constraint assigned_by_somebody_else check (assigned_by <> person_id)
);
create index case_assignments_by_person on case_assignments (authority_id, person_id, household_id);
create index case_assignments_by_application on case_assignments (authority_id, application_id, assigned_at desc);
call close_to_authority('case_assignments', 'select, insert');
call keep_append_only('case_assignments');
create policy staff_assignments on case_assignments as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());
