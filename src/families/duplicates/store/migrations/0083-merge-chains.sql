-- Only a pointer that changes is looked at: a record may have been merged onwards since others were merged into it.
create or replace function keep_merge_to_staff() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.merged_into is not distinct from old.merged_into then
    return new;
  end if;
  if not app_is_staff() and current_user = 'daybreak_app' then
    raise exception 'a family does not merge children' using errcode = 'insufficient_privilege';
  end if;
  if new.merged_into is not null and exists (select 1 from children c
      where c.authority_id = new.authority_id and c.id = new.merged_into and c.merged_into is not null) then
    raise exception 'that record points to another itself' using errcode = 'check_violation';
  end if;
  return new;
end $$;
-- Neither does a family take back what staff said.
drop trigger merged_by_staff on children;
create trigger merged_by_staff before update of merged_into on children
  for each row execute function keep_merge_to_staff();
create trigger made_merged_by_staff before insert on children
  for each row when (new.merged_into is not null) execute function keep_merge_to_staff();
