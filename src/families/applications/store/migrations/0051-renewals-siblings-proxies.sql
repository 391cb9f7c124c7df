-- Renewals that change nothing, brothers and sisters in one sitting, and applications that somebody makes for a
-- family.

alter table applications
  -- The application that this one carries forward.
  add column renewal_of uuid,
  -- Nothing changed since: the family said so, and the answers bear it out.
  add column is_unchanged boolean not null default false,
  -- On the day on which it was sent, the council let such a renewal be decided by rule alone.
  add column is_for_rule boolean not null default false,
  -- The sitting in which several children were applied for together.
  add column sitting_id uuid,
  add constraint renewal_of_application foreign key (authority_id, renewal_of) references applications,
  add constraint unchanged_is_renewal check (not is_unchanged or renewal_of is not null),
  add constraint for_rule_is_unchanged check (not is_for_rule or is_unchanged);
create index applications_by_sitting on applications (authority_id, sitting_id) where sitting_id is not null;
create index renewals_for_rule on applications (authority_id, sent_at) where is_for_rule and state = 'sent';

-- Who filled an application in for a family, and what they say of the family's agreement. What was said stays as it
-- was said. It shows the person who did so that it has arrived, and nothing of the household.
create table application_proxies (
  authority_id uuid not null references authorities,
  application_id uuid not null,
  household_id uuid,
  person_id uuid not null,
  kind text not null check (kind in ('young-person', 'relative', 'worker', 'practitioner')),
  name text not null,
  organisation text not null default '',
  phone text not null default '',
  -- How it came to the council.
  way text not null check (way in ('online', 'phone', 'paper', 'visit')),
  has_agreed boolean not null,
  reference text not null,
  child_name text not null,
  sent_at timestamptz not null,
  primary key (authority_id, application_id),
  foreign key (authority_id, application_id) references applications,
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, person_id) references people,
  -- Somebody of 16 or over applies for themself; for everybody else a parent has agreed.
  constraint parent_has_agreed check (has_agreed or kind = 'young-person')
);
create index application_proxies_by_person on application_proxies (authority_id, person_id, sent_at desc);
create index application_proxies_by_household on application_proxies (authority_id, household_id);
call close_to_authority('application_proxies', 'select, insert');
call keep_append_only('application_proxies');
create policy own_or_household on application_proxies as restrictive to daybreak_app
  using (app_is_staff() or person_id = app_person()
    or household_id in (select h.household_id from household_accounts h where h.person_id = app_person()))
  with check (app_is_staff() or person_id = app_person());
