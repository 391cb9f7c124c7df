-- Somebody falls ill, and another sits in: who came into a meeting after it was called, who left it, and why. A
-- meeting's members stand as they were called; what changed is added behind them.

create table panel_member_changes (
  authority_id uuid not null references authorities,
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('came', 'left')),
  -- Needed once the papers are out.
  because text not null,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, meeting_id, person_id) references panel_members,
  foreign key (authority_id, changed_by) references people
);
create index panel_member_changes_in_order on panel_member_changes (authority_id, meeting_id, person_id, changed_at desc, id desc);
call close_to_authority('panel_member_changes', 'select, insert');
call keep_append_only('panel_member_changes');
create policy staff_member_changes on panel_member_changes as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

create function sits_in_panel(the_authority uuid, the_meeting uuid, the_person uuid) returns boolean language sql stable
  security invoker set search_path = public, pg_temp as $$
  select exists (select 1 from panel_members m
    where m.authority_id = the_authority and m.meeting_id = the_meeting and m.person_id = the_person)
    and coalesce((select c.kind from panel_member_changes c
      where c.authority_id = the_authority and c.meeting_id = the_meeting and c.person_id = the_person
      order by c.changed_at desc, c.id desc limit 1), 'came') = 'came'
$$;

-- Who has left a meeting neither votes nor records in it.
create or replace function hold_panel_vote() returns trigger language plpgsql as $$
declare
  the_item uuid;
  the_meeting uuid;
begin
  select d.item_id, d.meeting_id into the_item, the_meeting from panel_decisions d
    where d.authority_id = new.authority_id and d.id = new.decision_id;
  if not sits_in_panel(new.authority_id, the_meeting, new.person_id) then
    raise exception 'who does not sit in the meeting does not vote' using errcode = '23514', constraint = 'voter_is_member';
  end if;
  if exists (select 1 from panel_interests i where i.authority_id = new.authority_id and i.item_id = the_item and i.person_id = new.person_id) then
    raise exception 'who declared an interest does not vote' using errcode = '23514', constraint = 'voter_has_no_interest';
  end if;
  return new;
end $$;
create or replace function hold_panel_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from panel_meetings m where m.authority_id = new.authority_id and m.id = new.meeting_id
    and m.state = 'papers-issued' and sits_in_panel(m.authority_id, m.id, new.recorded_by)) then
    raise exception 'a member of the meeting records, while its papers are out' using errcode = '23514', constraint = 'recorded_in_meeting';
  end if;
  if exists (select 1 from panel_interests i where i.authority_id = new.authority_id and i.item_id = new.item_id and i.person_id = new.recorded_by) then
    raise exception 'who declared an interest does not record' using errcode = '23514', constraint = 'recorder_has_no_interest';
  end if;
  return new;
end $$;
