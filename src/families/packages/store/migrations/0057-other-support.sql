-- Support that a child has and that this service did not award: from health, from a school, from another system
-- of the council. A row is changed in place; the audit trail says by whom.

create table other_support (
  authority_id uuid not null references authorities,
  id uuid not null,
  child_id uuid not null,
  household_id uuid not null,
  name text not null check (name <> ''),
  break_kind text not null check (break_kind in ('grant', 'club', 'holiday', 'enabler', 'homecare', 'overnight', 'other')),
  way text not null check (way in ('one-off-payment', 'direct-payment', 'prepaid-card', 'managed-account', 'commissioned', 'spot', 'in-house')),
  paid_by text not null check (paid_by in ('council', 'health', 'education', 'joint')),
  legal_basis text check (legal_basis in ('section-17', 'section-20')),
  -- What it costs, gives in minutes and in nights in a whole year; null where nobody knows.
  yearly_pence bigint check (yearly_pence >= 0),
  yearly_minutes bigint check (yearly_minutes > 0),
  yearly_nights integer check (yearly_nights > 0),
  starts_on date not null,
  -- Null while no end is known.
  ends_on date,
  review_on date,
  -- Who told us: a person, a letter, the name of an import.
  told_by text not null check (told_by <> ''),
  -- The row's own name in the system that it was brought over from, so that it is not brought twice.
  import_key text,
  recorded_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children,
  constraint other_support_period check (ends_on is null or ends_on >= starts_on)
);
create index other_support_by_child on other_support (authority_id, child_id);
create unique index other_support_of_import on other_support (authority_id, import_key) where import_key is not null;
call close_to_authority('other_support', 'select, insert, update');
call close_to_household('other_support');

-- In which transaction a child's package was last touched, by whatever touched it. Who keeps package summaries
-- reads again what was touched since it last looked, and so needs to be told by nobody.
create table package_marks (
  authority_id uuid not null references authorities,
  child_id uuid not null,
  household_id uuid not null,
  touched_in bigint not null,
  primary key (authority_id, child_id)
);
create index package_marks_by_touch on package_marks (authority_id, touched_in);
call close_to_authority('package_marks', 'select, insert, update');
call close_to_household('package_marks');

create function touch_package() returns trigger language plpgsql security invoker set search_path = public, pg_temp as $$
declare
  the_child uuid;
begin
  if tg_table_name = 'award_changes' then
    select a.child_id into the_child from awards a where a.authority_id = new.authority_id and a.id = new.award_id;
  elsif tg_table_name = 'children' then
    the_child := new.id;
  else
    the_child := new.child_id;
  end if;
  if the_child is not null then
    insert into package_marks values (new.authority_id, the_child, new.household_id, pg_current_xact_id()::text::bigint)
      on conflict (authority_id, child_id) do update set touched_in = excluded.touched_in, household_id = excluded.household_id;
  end if;
  return null;
end $$;
create trigger touches_package after insert on awards for each row execute function touch_package();
create trigger touches_package after insert on award_changes for each row execute function touch_package();
create trigger touches_package after insert on review_records for each row execute function touch_package();
create trigger touches_package after insert or update on other_support for each row execute function touch_package();
create trigger touches_package after update of household_id, born_on on children for each row execute function touch_package();

create function touch_packages_of_household() returns trigger language plpgsql security invoker set search_path = public, pg_temp as $$
begin
  insert into package_marks
    select c.authority_id, c.id, c.household_id, pg_current_xact_id()::text::bigint from children c
      where c.authority_id = new.authority_id and c.household_id = new.id
    on conflict (authority_id, child_id) do update set touched_in = excluded.touched_in;
  return null;
end $$;
create trigger touches_packages after update of postcode, district on households
  for each row execute function touch_packages_of_household();
