-- People of providers: a third kind of person, who signs in by a link like a family and sees nothing of any family.

alter table people drop constraint people_kind_check;
alter table people add constraint people_kind_check check (kind in ('family', 'practitioner', 'provider'));
create unique index people_provider_email on people (authority_id, lower(email)) where kind = 'provider';

alter table sign_in_links
  add column kind text not null default 'family' check (kind in ('family', 'provider'));

-- A provider sees its own account and those of the council's staff, as a family does.
drop policy own_account_or_staff on people;
create policy own_account_or_staff on people as restrictive to daybreak_app
  using (app_standing() not in ('family', 'provider') or id = app_person() or kind = 'practitioner');

-- Keeps the people of providers out of a table altogether. Every table is either closed by this, or closed to
-- whoever is no staff and no household's own, or named in row-level-security.test.ts as one that providers read.
create procedure close_to_providers(the_table regclass) language plpgsql as $$
begin
  execute format('create policy not_for_providers on %s as restrictive to daybreak_app
    using (app_standing() <> ''provider'') with check (app_standing() <> ''provider'')', the_table);
end $$;

-- Whose address a link went to is nobody's affair who is signed in; links are asked for and used by the public.
call close_to_providers('sign_in_links');

-- A table of a household's is the household's, its practitioners' and nobody else's: not even a row of a provider's own
-- making may be in it.
create or replace procedure close_to_household(the_table regclass) language plpgsql as $$
begin
  execute format('create policy of_the_household on %s as restrictive to daybreak_app
    using (app_is_staff() or household_id in (select h.household_id from household_accounts h where h.person_id = app_person()))
    with check (app_is_staff() or household_id in (select h.household_id from household_accounts h where h.person_id = app_person()))', the_table);
  call close_to_providers(the_table);
end $$;

-- A message tells of whom it is for. A provider's person reads those alone that their own doing has queued: whoever
-- queues one gives it to its job.
alter table messages add column queued_by uuid default app_person();
create policy queued_by_themselves on messages as restrictive to daybreak_app
  using (app_standing() <> 'provider' or queued_by = app_person())
  with check (app_standing() <> 'provider' or queued_by = app_person());
