-- A second lock for accounts: on a family's connection nobody sees another family's account, and on no person's
-- connection another's sessions, whatever a page asks for.
create policy own_account_or_staff on people as restrictive to daybreak_app
  using (app_standing() <> 'family' or id = app_person() or kind = 'practitioner');
create policy own_sessions on sessions as restrictive to daybreak_app
  using (app_standing() in ('public', 'system') or person_id = app_person());
