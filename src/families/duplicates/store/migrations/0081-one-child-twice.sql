-- The same child written down twice. Nothing of either is rewritten: the one points to the other, and whatever
-- asks about "this child" asks about both.

create extension if not exists pg_trgm;

alter table children
  add column merged_into uuid,
  add column plain_given text generated always as (plain_name(given_name)) stored,
  add column plain_family text generated always as (plain_name(family_name)) stored,
  add foreign key (authority_id, merged_into) references children,
  add constraint merged_into_another check (merged_into <> id);
create index children_by_merge on children (authority_id, merged_into) where merged_into is not null;
create index children_by_whole_name on children
  (authority_id, least(plain_given, plain_family), greatest(plain_given, plain_family));

-- Whether two records are one child is for staff to say. A record that points to another is pointed to by
-- nobody new, so that no ring is ever made.
create function keep_merge_to_staff() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null and not app_is_staff() and current_user = 'daybreak_app' then
    raise exception 'a family does not merge children' using errcode = 'insufficient_privilege';
  end if;
  if new.merged_into is not null and exists (select 1 from children c
      where c.authority_id = new.authority_id and c.id = new.merged_into and c.merged_into is not null) then
    raise exception 'that record points to another itself' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger merged_by_staff before insert or update of merged_into on children
  for each row when (new.merged_into is not null) execute function keep_merge_to_staff();

-- All the identifiers of one child, as far as this connection may see them; the one asked for where it sees none.
create function same_child(the_authority uuid, the_child uuid) returns uuid[]
  language sql stable parallel safe set search_path = public, pg_temp as $$
  with recursive up as (
    select c.id, c.merged_into from children c where c.authority_id = the_authority and c.id = the_child
    union
    select c.id, c.merged_into from up join children c on c.authority_id = the_authority and c.id = up.merged_into
  ), whole as (
    select id from up
    union
    select c.id from whole join children c on c.authority_id = the_authority and c.merged_into = whole.id
  )
  select coalesce((select array_agg(id order by id) from whole), array[the_child]) $$;

-- The same without regard to who asks, for the rules that keep a barred adult out of every record of a child.
create function whole_child(the_authority uuid, the_child uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select same_child(the_authority, the_child) $$;

create or replace function barred_children(the_authority uuid, the_person uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select unnest(whole_child(the_authority, l.child_id)) from contact_limits l
    left join parent_carers c on c.authority_id = l.authority_id and c.id = l.parent_carer_id
    join people p on p.authority_id = l.authority_id and p.id = the_person and p.kind = 'family'
  where l.authority_id = the_authority and l.bars_records and l.ended_at is null
    and l.from_on <= (now() at time zone 'Europe/London')::date
    and (l.until_on is null or l.until_on > (now() at time zone 'Europe/London')::date)
    and (c.person_id = p.id or lower(c.email) = lower(p.email) or lower(l.adult_email) = lower(p.email)) $$;

create or replace function barred_addresses(the_authority uuid, the_household uuid) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select lower(address) from (
    select l.adult_email, c.email, p.email
    from children k
      join contact_limits l on l.authority_id = k.authority_id and l.child_id = any (whole_child(k.authority_id, k.id))
      left join parent_carers c on c.authority_id = l.authority_id and c.id = l.parent_carer_id
      left join people p on p.authority_id = c.authority_id and p.id = c.person_id
    where k.authority_id = the_authority and k.household_id = the_household and l.bars_records and l.ended_at is null
      and l.from_on <= (now() at time zone 'Europe/London')::date
      and (l.until_on is null or l.until_on > (now() at time zone 'Europe/London')::date)
  ) barred (told, carer, account), lateral unnest(array[told, carer, account]) address
  where address is not null $$;

-- What is reckoned once a child is reckoned anew when two become one.
create trigger touches_package_by_merge after update of merged_into on children
  for each row execute function touch_package();

-- Who said that two records are one child, and who took it back.
create table child_merges (
  authority_id uuid not null references authorities,
  id uuid not null,
  kept_child_id uuid not null,
  merged_child_id uuid not null,
  -- Whether the families of both homes see the child from then on; null where it is one home.
  both_may_see boolean,
  reason text not null check (reason <> ''),
  merged_by uuid not null,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  undone_because text,
  primary key (authority_id, id),
  foreign key (authority_id, kept_child_id) references children,
  foreign key (authority_id, merged_child_id) references children,
  constraint merge_of_two check (kept_child_id <> merged_child_id),
  constraint undone_with_reason check ((undone_at is null) = (undone_because is null))
);
create unique index child_merges_once on child_merges (authority_id, merged_child_id) where undone_at is null;
create index child_merges_by_kept on child_merges (authority_id, kept_child_id);
call close_to_authority('child_merges', 'select, insert, update');
create policy staff_merges on child_merges as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());
-- The homes that a merge made known to each other, so that taking it back ends those and no others.
alter table child_homes add column merge_id uuid;

-- Two children who are alike and not the same, so that nobody is asked again.
create table children_told_apart (
  authority_id uuid not null references authorities,
  one_child_id uuid not null,
  other_child_id uuid not null,
  reason text not null check (reason <> ''),
  told_by uuid not null,
  told_at timestamptz not null,
  primary key (authority_id, one_child_id, other_child_id),
  foreign key (authority_id, one_child_id) references children,
  foreign key (authority_id, other_child_id) references children,
  constraint told_apart_in_order check (one_child_id < other_child_id)
);
call close_to_authority('children_told_apart', 'select, insert');
call keep_append_only('children_told_apart');
create policy staff_told_apart on children_told_apart as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());
