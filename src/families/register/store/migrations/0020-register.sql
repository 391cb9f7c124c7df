-- Households, the children and parent carers in them, and the evidence that is held once for all that they ask.

create table households (
  authority_id uuid not null references authorities,
  id uuid not null,
  address_line_1 text not null,
  address_line_2 text not null default '',
  town text not null,
  postcode text not null,
  district text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (authority_id, id)
);
create index households_by_postcode on households (authority_id, postcode);

-- Which signed-in people a household belongs to. Two parents may each have an account.
create table household_accounts (
  authority_id uuid not null references authorities,
  household_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (authority_id, household_id, person_id),
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, person_id) references people
);
create index household_accounts_by_person on household_accounts (authority_id, person_id);

create table parent_carers (
  authority_id uuid not null references authorities,
  id uuid not null,
  household_id uuid not null,
  person_id uuid,
  name text not null,
  relationship text not null,
  has_parental_responsibility boolean not null,
  email text,
  phone text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households
);
create index parent_carers_by_household on parent_carers (authority_id, household_id);

create table children (
  authority_id uuid not null references authorities,
  id uuid not null,
  household_id uuid not null,
  given_name text not null,
  family_name text not null,
  born_on date not null,
  has_diagnosis boolean,
  diagnosis text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households
);
create index children_by_household on children (authority_id, household_id);
create index children_by_birth on children (authority_id, born_on, lower(family_name));

-- A letter or a statement, with what it says and when that holds.
create table evidence (
  authority_id uuid not null references authorities,
  id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('dla-letter', 'pip-letter', 'diagnosis-letter')),
  dla_care text check (dla_care in ('none', 'lowest', 'middle', 'highest')),
  dla_mobility text check (dla_mobility in ('none', 'lower', 'higher')),
  pip_daily text check (pip_daily in ('none', 'standard', 'enhanced')),
  pip_mobility text check (pip_mobility in ('none', 'standard', 'enhanced')),
  dated_on date,
  holds_from date,
  holds_until date,
  file_id uuid,
  created_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children,
  foreign key (authority_id, file_id) references files,
  constraint evidence_period check (holds_until is null or holds_from is null or holds_until >= holds_from)
);
create index evidence_by_child on evidence (authority_id, child_id, created_at desc);

call close_to_authority('households', 'select, insert, update');
call close_to_authority('household_accounts', 'select, insert');
call close_to_authority('parent_carers', 'select, insert, update');
call close_to_authority('children', 'select, insert, update');
call close_to_authority('evidence', 'select, insert');
call keep_append_only('evidence');

-- The second lock: whoever a page lets in by mistake, a family's connection sees its own household's rows only.
create function app_is_staff() returns boolean language sql stable
  as $$ select app_standing() in ('practitioner', 'system') $$;

-- A family may add rows to its own household only.
create procedure close_to_household(the_table regclass) language plpgsql as $$
begin
  execute format('create policy of_the_household on %s as restrictive to daybreak_app
    using (app_is_staff() or household_id in (select h.household_id from household_accounts h where h.person_id = app_person()))
    with check (app_is_staff() or household_id in (select h.household_id from household_accounts h where h.person_id = app_person()))', the_table);
end $$;

create policy own_accounts on household_accounts as restrictive to daybreak_app
  using (app_is_staff() or person_id = app_person()) with check (app_is_staff() or person_id = app_person());
create policy own_household_read on households as restrictive for select to daybreak_app
  using (app_is_staff() or id in (select h.household_id from household_accounts h where h.person_id = app_person()));
create policy own_household_change on households as restrictive for update to daybreak_app
  using (app_is_staff() or id in (select h.household_id from household_accounts h where h.person_id = app_person()));
call close_to_household('parent_carers');
call close_to_household('children');
call close_to_household('evidence');

create policy own_files on files as restrictive to daybreak_app
  using (app_is_staff() or person_id = app_person()) with check (app_is_staff() or person_id = app_person());
