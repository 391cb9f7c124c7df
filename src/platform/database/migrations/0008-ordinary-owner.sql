-- The owner of the database need not be a superuser: what it may do, it is given.

-- A role that one makes for oneself can be granted on, but not yet entered (PostgreSQL 16 and newer).
do $$
begin
  if not pg_has_role(current_user, 'daybreak_app', 'set') then
    execute format('grant daybreak_app to %I with inherit false, set true', current_user);
  end if;
end $$;

-- Row-level security holds the owner back as well; which authorities there are, it says at each start.
create policy of_the_owner on authorities to current_user using (true) with check (true);

-- The trail is written by everybody who does something, and read by none of them.
create policy staff_read on audit_records as restrictive for select to daybreak_app
  using (app_standing() in ('practitioner', 'system'));
