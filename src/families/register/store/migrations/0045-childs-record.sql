-- The record of a child: facts that are only ever added to, homes, professionals, and what bars an adult.

create extension if not exists btree_gist;

-- One fact about a child, as somebody said it. The newest row of a fact is what holds; those before it are its
-- history. An answer that is JSON null takes the fact back.
create table child_facts (
  authority_id uuid not null references authorities,
  id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  fact text not null,
  answer jsonb not null,
  said_by text not null,
  said_on date not null,
  review_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children
);
create index child_facts_current on child_facts (authority_id, child_id, fact, recorded_at desc, id desc);
create index child_facts_by_fact on child_facts (authority_id, fact, child_id, recorded_at desc, id desc);
call close_to_authority('child_facts', 'select, insert');
call keep_append_only('child_facts');

-- Another home of a child whose parents live apart. The main home is the household that the child belongs to.
-- From the first day up to, and not with, the last.
create table child_homes (
  authority_id uuid not null references authorities,
  id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  from_on date not null,
  until_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, child_id) references children,
  constraint home_period check (until_on is null or until_on >= from_on)
);
create index child_homes_by_child on child_homes (authority_id, child_id);
create index child_homes_by_household on child_homes (authority_id, household_id);
call close_to_authority('child_homes', 'select, insert, update');
call close_to_household('child_homes');

-- Where a household lived, from the first day up to, and not with, the last; never at two addresses on one day.
create table household_addresses (
  authority_id uuid not null references authorities,
  id uuid not null,
  household_id uuid not null,
  address_line_1 text not null,
  address_line_2 text not null default '',
  town text not null,
  postcode text not null,
  district text,
  from_on date not null,
  until_on date,
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households,
  constraint address_period check (until_on is null or until_on > from_on),
  constraint one_address_at_a_time exclude using gist
    (authority_id with =, household_id with =, daterange(from_on, until_on) with &&)
);
call close_to_authority('household_addresses', 'select, insert, update');
call close_to_household('household_addresses');
insert into household_addresses
  select authority_id, id, id, address_line_1, address_line_2, town, postcode, district,
    (created_at at time zone 'Europe/London')::date, null, changed_at from households;

-- Who works with the child. Nobody is taken out: who no longer does, did so until a day.
create table child_professionals (
  authority_id uuid not null references authorities,
  id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  name text not null,
  role text not null,
  organisation text not null,
  contact text not null default '',
  since_on date,
  until_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children,
  constraint professional_period check (until_on is null or since_on is null or until_on >= since_on)
);
create index child_professionals_by_child on child_professionals (authority_id, child_id);
call close_to_authority('child_professionals', 'select, insert, update');

-- What limits an adult's contact with a child. Where it bars them from the child's records, their account sees
-- nothing of the child from that moment. No family's connection reads these rows.
create table contact_limits (
  authority_id uuid not null references authorities,
  id uuid not null,
  child_id uuid not null,
  parent_carer_id uuid,
  adult_name text not null,
  adult_email text,
  is_court_order boolean not null,
  bars_records boolean not null,
  words text not null,
  who_may_know text not null,
  from_on date not null,
  until_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  ended_because text,
  primary key (authority_id, id),
  foreign key (authority_id, child_id) references children,
  foreign key (authority_id, parent_carer_id) references parent_carers,
  constraint limit_period check (until_on is null or until_on >= from_on),
  constraint limit_ends_with_reason check ((ended_at is null) = (ended_because is null))
);
create index contact_limits_by_child on contact_limits (authority_id, child_id);
call close_to_authority('contact_limits', 'select, insert, update');
create policy staff_limits on contact_limits as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

-- Two children who must not be in one place together. Never shown to a family: it tells of another's child.
create table children_apart (
  authority_id uuid not null references authorities,
  id uuid not null,
  one_child_id uuid not null,
  other_child_id uuid not null,
  reason text not null,
  said_by text not null,
  said_on date not null,
  review_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  ended_because text,
  primary key (authority_id, id),
  foreign key (authority_id, one_child_id) references children,
  foreign key (authority_id, other_child_id) references children,
  constraint two_children check (one_child_id < other_child_id),
  constraint apart_ends_with_reason check ((ended_at is null) = (ended_because is null))
);
create unique index children_apart_once on children_apart (authority_id, one_child_id, other_child_id) where ended_at is null;
create index children_apart_by_other on children_apart (authority_id, other_child_id);
call close_to_authority('children_apart', 'select, insert, update');
create policy staff_apart on children_apart as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

-- The owner looks where a family's connection may not, to answer one question: from whom is this account barred?
create policy owner_looks on contact_limits for select to current_user using (true);
create policy owner_looks on parent_carers for select to current_user using (true);
create policy owner_looks on children for select to current_user using (true);
create policy owner_looks on people for select to current_user using (true);
create policy owner_looks on child_homes for select to current_user using (true);

-- The children from whose records an account is barred today: by the account itself, or by its e-mail address.
create function barred_children(the_authority uuid, the_person uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.child_id from contact_limits l
    left join parent_carers c on c.authority_id = l.authority_id and c.id = l.parent_carer_id
    join people p on p.authority_id = l.authority_id and p.id = the_person and p.kind = 'family'
  where l.authority_id = the_authority and l.bars_records and l.ended_at is null
    and l.from_on <= (now() at time zone 'Europe/London')::date
    and (l.until_on is null or l.until_on > (now() at time zone 'Europe/London')::date)
    and (c.person_id = p.id or lower(c.email) = lower(p.email) or lower(l.adult_email) = lower(p.email)) $$;

-- The households where such a child lives: their address is the child's address.
create function barred_households(the_authority uuid, the_person uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.household_id from children c
    where c.authority_id = the_authority and c.id in (select barred_children(the_authority, the_person)) $$;

-- Which household an account belongs to is where every rule about a family begins. So a barred account loses
-- the household here, and by that everything that is known of it.
alter policy own_accounts on household_accounts
  using (app_is_staff() or (person_id = app_person()
    and household_id not in (select barred_households(app_authority(), app_person()))));

create policy not_barred on applications as restrictive to daybreak_app
  using (app_is_staff() or child_id is null or child_id not in (select barred_children(app_authority(), app_person())));

-- A child is seen from its other home too, but changed from the main one only.
create function children_of_other_home(the_authority uuid, the_person uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.child_id from child_homes m
    join household_accounts a on a.authority_id = m.authority_id and a.household_id = m.household_id and a.person_id = the_person
  where m.authority_id = the_authority and m.from_on <= (now() at time zone 'Europe/London')::date
    and (m.until_on is null or m.until_on > (now() at time zone 'Europe/London')::date)
    and m.child_id not in (select barred_children(the_authority, the_person)) $$;
alter policy of_the_household on children
  using (app_is_staff() or household_id in (select h.household_id from household_accounts h where h.person_id = app_person())
    or id in (select children_of_other_home(app_authority(), app_person())));

-- What is known of a child goes with the child, wherever its parents live.
create policy of_the_child on child_facts as restrictive to daybreak_app
  using (app_is_staff() or child_id in (select c.id from children c))
  with check (app_is_staff() or exists (select 1 from children c
    where c.id = child_id and c.household_id = child_facts.household_id));
create policy of_the_child on child_professionals as restrictive to daybreak_app
  using (app_is_staff() or child_id in (select c.id from children c))
  with check (app_is_staff() or exists (select 1 from children c
    where c.id = child_id and c.household_id = child_professionals.household_id));
