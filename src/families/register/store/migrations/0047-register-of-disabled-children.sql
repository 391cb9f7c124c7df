-- The register of disabled children that every authority keeps (Children Act 1989, schedule 2, paragraph 2).
-- It is voluntary: a family asks, an officer confirms, and the family may leave on any day.

create table disability_register (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  household_id uuid not null,
  child_id uuid not null,
  state text not null check (state in ('asked', 'confirmed', 'rejected', 'left')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_as text not null check (asked_as in ('family', 'officer')),
  agreed_by text not null,
  settled_by uuid,
  settled_at timestamptz,
  reason text,
  way_onward text,
  leaves_on date not null,
  left_on date,
  left_because text check (left_because in ('family-asked', 'turned-25', 'moved-away', 'other')),
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children,
  constraint rejected_with_reasons check (state <> 'rejected' or (reason is not null and way_onward is not null)),
  constraint left_whole check ((state = 'left') = (left_on is not null and left_because is not null))
);
create unique index disability_register_reference on disability_register (authority_id, reference);
create unique index disability_register_once on disability_register (authority_id, child_id) where state in ('asked', 'confirmed');
create index disability_register_by_state on disability_register (authority_id, state, asked_at);
create index disability_register_by_end on disability_register (authority_id, leaves_on) where state in ('asked', 'confirmed');
call close_to_authority('disability_register', 'select, insert, update');
create policy of_the_child on disability_register as restrictive to daybreak_app
  using (app_is_staff() or child_id in (select c.id from children c))
  with check (app_is_staff() or (asked_as = 'family' and state in ('asked', 'left') and exists (select 1 from children c
    where c.id = child_id and c.household_id = disability_register.household_id)));
