-- While an appeal waits its family may add to it. An appeal that came by telephone or by letter says so, and who
-- wrote it down.

alter table appeal_steps drop constraint appeal_steps_kind_check;
alter table appeal_steps add constraint appeal_steps_kind_check
  check (kind in ('made', 'added', 'taken', 'answered', 'withdrawn', 'moved'));
drop policy answers_by_staff on appeal_steps;
create policy answers_by_staff on appeal_steps as restrictive for insert to daybreak_app
  with check (app_is_staff() or kind in ('made', 'added', 'withdrawn'));

alter table appeals add column way text not null default 'online' check (way in ('online', 'phone', 'letter', 'in-person'));
alter table appeals add column recorded_by uuid;
alter table appeals add constraint recorded_by_somebody check ((way = 'online') = (recorded_by is null));

-- What is added comes while the appeal waits.
create function hold_added_to_appeal() returns trigger language plpgsql security invoker set search_path = public, pg_temp as $$
begin
  if exists (select 1 from appeal_steps s where s.authority_id = new.authority_id and s.appeal_id = new.appeal_id
    and s.kind in ('answered', 'withdrawn', 'moved')) then
    raise exception 'an appeal that has ended is not added to' using errcode = '23514', constraint = 'added_while_it_waits';
  end if;
  return new;
end $$;
create trigger appeal_added_held before insert on appeal_steps for each row when (new.kind = 'added') execute function hold_added_to_appeal();
