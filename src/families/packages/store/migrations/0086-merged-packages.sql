-- A record that becomes another's, or is again its own, gives its supports to another package: all of them are touched.
create function touch_merged_packages() returns trigger language plpgsql security invoker set search_path = public, pg_temp as $$
begin
  insert into package_marks
    select c.authority_id, c.id, c.household_id, pg_current_xact_id()::text::bigint from children c
      where c.authority_id = new.authority_id and c.id in (new.id, new.merged_into, old.merged_into)
      order by c.id
    on conflict (authority_id, child_id) do update set touched_in = excluded.touched_in, household_id = excluded.household_id;
  return null;
end $$;
create trigger touches_merged_packages after update of merged_into on children
  for each row when (new.merged_into is distinct from old.merged_into) execute function touch_merged_packages();
