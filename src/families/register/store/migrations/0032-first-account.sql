-- A family makes its own household's first account. Who else belongs to the household, staff say: nobody lets
-- themselves into one that is there already, also not with its identifier.

-- The family's own connection does not see the accounts of others, so the owner looks for it.
create policy of_the_owner on household_accounts for select to current_user using (true);
create function household_has_account(the_authority uuid, the_household uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from household_accounts h
    where h.authority_id = the_authority and h.household_id = the_household) $$;

create policy first_account on household_accounts as restrictive for insert to daybreak_app
  with check (app_is_staff() or not household_has_account(authority_id, household_id));
