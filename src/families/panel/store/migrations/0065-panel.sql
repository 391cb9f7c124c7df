-- The meeting that decides what officers may not decide alone: who sits in it, what is before it, who may not see
-- which item, what was decided and why, and its minutes.

create table panel_meetings (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  held_on date not null,
  starts_at text not null check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text not null check (btrim(place) <> ''),
  chair_id uuid not null,
  chair_name text not null,
  -- How many must be present, by the rule in force when it was called.
  quorum integer not null check (quorum > 0),
  state text not null check (state in ('planned', 'papers-issued', 'closed', 'cancelled')),
  papers_issued_at timestamptz,
  cancelled_because text not null default '',
  created_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, chair_id) references people,
  constraint papers_have_moment check (state not in ('papers-issued', 'closed') or papers_issued_at is not null),
  constraint cancelled_says_why check (state <> 'cancelled' or btrim(cancelled_because) <> '')
);
create unique index panel_meetings_reference on panel_meetings (authority_id, reference);
create index panel_meetings_by_day on panel_meetings (authority_id, held_on desc);
call close_to_authority('panel_meetings', 'select, insert, update');
create policy staff_meetings on panel_meetings as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

create table panel_members (
  authority_id uuid not null references authorities,
  meeting_id uuid not null,
  person_id uuid not null,
  name text not null,
  added_at timestamptz not null,
  primary key (authority_id, meeting_id, person_id),
  foreign key (authority_id, meeting_id) references panel_meetings,
  foreign key (authority_id, person_id) references people
);
create index panel_members_by_person on panel_members (authority_id, person_id);
call close_to_authority('panel_members', 'select, insert');
create policy staff_members on panel_members as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

create table panel_items (
  authority_id uuid not null references authorities,
  id uuid not null,
  meeting_id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('plan', 'application')),
  plan_id uuid,
  application_id uuid,
  position integer not null check (position > 0),
  waiting_since timestamptz not null,
  because text not null default '',
  state text not null check (state in ('on-agenda', 'decided', 'withdrawn')),
  withdrawn_because text not null default '',
  primary key (authority_id, id),
  foreign key (authority_id, meeting_id) references panel_meetings,
  foreign key (authority_id, child_id) references children,
  foreign key (authority_id, plan_id) references support_plans,
  foreign key (authority_id, application_id) references applications,
  constraint item_is_one_thing check ((kind = 'plan') = (plan_id is not null) and (kind = 'application') = (application_id is not null)),
  constraint withdrawn_item_says_why check (state <> 'withdrawn' or btrim(withdrawn_because) <> '')
);
-- A plan or an application is on one agenda at a time.
create unique index one_agenda_a_plan on panel_items (authority_id, plan_id) where state = 'on-agenda' and plan_id is not null;
create unique index one_agenda_an_application on panel_items (authority_id, application_id)
  where state = 'on-agenda' and application_id is not null;
create index panel_items_of_meeting on panel_items (authority_id, meeting_id, position);
call close_to_authority('panel_items', 'select, insert, update');
call close_to_household('panel_items');
create policy staff_items on panel_items as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

-- Who said that they have an interest in an item: from then on it is closed to them, and they have no vote.
create table panel_interests (
  authority_id uuid not null references authorities,
  item_id uuid not null,
  person_id uuid not null,
  name text not null,
  words text not null default '',
  declared_at timestamptz not null,
  primary key (authority_id, item_id, person_id),
  foreign key (authority_id, item_id) references panel_items,
  foreign key (authority_id, person_id) references people
);
call close_to_authority('panel_interests', 'select, insert');
call keep_append_only('panel_interests');
create policy staff_panel_interests on panel_interests as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

create table panel_decisions (
  authority_id uuid not null references authorities,
  id uuid not null,
  item_id uuid not null,
  meeting_id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  plan_id uuid,
  application_id uuid,
  outcome text not null check (outcome in ('agreed', 'agreed-with-conditions', 'agreed-less', 'not-agreed', 'deferred')),
  reasons text not null check (btrim(reasons) <> ''),
  conditions text not null default '',
  -- What is agreed in the place of what was asked, where it is less.
  less text not null default '',
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, item_id) references panel_items,
  foreign key (authority_id, recorded_by) references people,
  constraint conditions_are_said check ((outcome = 'agreed-with-conditions') = (btrim(conditions) <> '')),
  constraint less_is_said check ((outcome = 'agreed-less') = (btrim(less) <> ''))
);
create unique index one_panel_decision on panel_decisions (authority_id, item_id);
create index panel_decisions_by_application on panel_decisions (authority_id, application_id, recorded_at desc);
create index panel_decisions_by_plan on panel_decisions (authority_id, plan_id, recorded_at desc);
call close_to_authority('panel_decisions', 'select, insert');
call keep_append_only('panel_decisions');
call close_to_household('panel_decisions');
create policy written_by_staff on panel_decisions as restrictive for insert to daybreak_app with check (app_is_staff());

-- How each member who was there stood. To abstain is not to vote against.
create table panel_votes (
  authority_id uuid not null references authorities,
  decision_id uuid not null,
  person_id uuid not null,
  name text not null,
  vote text not null check (vote in ('for', 'against', 'abstained')),
  primary key (authority_id, decision_id, person_id),
  foreign key (authority_id, decision_id) references panel_decisions,
  foreign key (authority_id, person_id) references people
);
call close_to_authority('panel_votes', 'select, insert');
call keep_append_only('panel_votes');
create policy staff_votes on panel_votes as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

-- The minutes as they were confirmed; what was wrong in them is corrected by adding to them.
create table panel_minutes (
  authority_id uuid not null references authorities,
  id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('confirmed', 'correction')),
  words text not null,
  person_id uuid not null,
  person_name text not null,
  written_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, meeting_id) references panel_meetings,
  constraint correction_says_something check (kind = 'confirmed' or btrim(words) <> '')
);
create unique index confirmed_once on panel_minutes (authority_id, meeting_id) where kind = 'confirmed';
create index panel_minutes_in_order on panel_minutes (authority_id, meeting_id, written_at, id);
call close_to_authority('panel_minutes', 'select, insert');
call keep_append_only('panel_minutes');
create policy staff_minutes on panel_minutes as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

-- Nobody whose interest is declared votes on it, and nobody votes who does not sit in the meeting.
create function hold_panel_vote() returns trigger language plpgsql as $$
declare
  the_item uuid;
  the_meeting uuid;
begin
  select d.item_id, d.meeting_id into the_item, the_meeting from panel_decisions d
    where d.authority_id = new.authority_id and d.id = new.decision_id;
  if not exists (select 1 from panel_members m where m.authority_id = new.authority_id and m.meeting_id = the_meeting and m.person_id = new.person_id) then
    raise exception 'who does not sit in the meeting does not vote' using errcode = '23514', constraint = 'voter_is_member';
  end if;
  if exists (select 1 from panel_interests i where i.authority_id = new.authority_id and i.item_id = the_item and i.person_id = new.person_id) then
    raise exception 'who declared an interest does not vote' using errcode = '23514', constraint = 'voter_has_no_interest';
  end if;
  return new;
end $$;
create function refuse_writers_vote() returns trigger language plpgsql as $$
begin
  if exists (select 1 from panel_decisions d where d.authority_id = new.authority_id and d.id = new.decision_id
    and d.plan_id is not null and has_written_plan(new.authority_id, d.plan_id, new.person_id)) then
    raise exception 'who assessed or wrote a plan does not vote on it' using errcode = '23514', constraint = 'voter_has_not_written';
  end if;
  return new;
end $$;
create trigger panel_writer_held before insert on panel_votes for each row execute function refuse_writers_vote();
create trigger panel_vote_held before insert on panel_votes for each row execute function hold_panel_vote();

-- The chair alone records what was decided, while the papers are out, and never on what they have an interest in.
create function hold_panel_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from panel_meetings m where m.authority_id = new.authority_id and m.id = new.meeting_id
    and m.state = 'papers-issued' and exists (select 1 from panel_members p where p.authority_id = m.authority_id
      and p.meeting_id = m.id and p.person_id = new.recorded_by)) then
    raise exception 'a member of the meeting records, while its papers are out' using errcode = '23514', constraint = 'recorded_in_meeting';
  end if;
  if exists (select 1 from panel_interests i where i.authority_id = new.authority_id and i.item_id = new.item_id and i.person_id = new.recorded_by) then
    raise exception 'who declared an interest does not record' using errcode = '23514', constraint = 'recorder_has_no_interest';
  end if;
  return new;
end $$;
create trigger panel_decision_held before insert on panel_decisions for each row execute function hold_panel_decision();
