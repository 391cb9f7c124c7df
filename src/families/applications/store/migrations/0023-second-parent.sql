-- Where two parents of a household have an account each, the one may answer for, or take back, what the other
-- has sent. A draft has no household yet, so it stays its writer's own.
alter policy own_applications on applications
  with check (app_is_staff() or person_id = app_person()
    or household_id in (select h.household_id from household_accounts h where h.person_id = app_person()));
