-- A request under a scheme, from the first answer to the decision, and everything that happened on the way.

create table applications (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  scheme_id text not null,
  -- The person who is applying; the household and the child are known once the application has been sent.
  person_id uuid not null,
  household_id uuid,
  child_id uuid,
  grant_year text not null check (grant_year ~ '^\d{4}-\d{2}$'),
  state text not null check (state in ('draft', 'sent', 'more-asked', 'decided', 'withdrawn')),
  -- The answers by step while it is a draft, and as they were when it was sent.
  answers jsonb not null default '{}',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  due_on date,
  -- When the clock stands still: more was asked of the family.
  waiting_since timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references people,
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, child_id) references children,
  constraint sent_is_whole check (state in ('draft', 'withdrawn') or (household_id is not null and child_id is not null and sent_at is not null and due_on is not null))
);
create unique index applications_reference on applications (authority_id, reference);
-- One application a child a year; a second is answered with the first.
create unique index one_application_a_year on applications (authority_id, scheme_id, child_id, grant_year)
  where state <> 'withdrawn' and child_id is not null;
create index applications_queue on applications (authority_id, state, due_on);
create index applications_by_person on applications (authority_id, person_id, created_at desc);
create index applications_by_child on applications (authority_id, child_id);
call close_to_authority('applications', 'select, insert, update');
create policy own_applications on applications as restrictive to daybreak_app
  using (app_is_staff() or person_id = app_person()
    or household_id in (select h.household_id from household_accounts h where h.person_id = app_person()))
  with check (app_is_staff() or person_id = app_person());

-- What a person at the desk and a family both see of the way of an application.
create table application_events (
  authority_id uuid not null references authorities,
  id uuid not null,
  application_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  kind text not null check (kind in ('sent', 'more-asked', 'more-given', 'decided', 'withdrawn', 'letter-sent', 'note')),
  words text not null,
  is_for_family boolean not null,
  primary key (authority_id, id),
  foreign key (authority_id, application_id) references applications
);
create index application_events_in_order on application_events (authority_id, application_id, at, id);
call close_to_authority('application_events', 'select, insert');
call keep_append_only('application_events');
create policy own_events on application_events as restrictive to daybreak_app
  using (app_is_staff() or (is_for_family and application_id in (select a.id from applications a)))
  with check (app_is_staff() or (is_for_family and application_id in (select a.id from applications a)));

-- A decision as it was taken: facts, scheme version and reasons stand with it, so that it can be shown again.
create table decisions (
  authority_id uuid not null references authorities,
  id uuid not null,
  application_id uuid not null,
  outcome text not null check (outcome in ('awarded', 'refused')),
  award_pence bigint check (award_pence > 0),
  recommended_outcome text not null,
  recommended_pence bigint,
  -- Why the officer did not follow the recommendation.
  changed_because text not null default '',
  -- The officer's reasons in words for the family; always there for a refusal.
  reasons text not null default '',
  scheme_id text not null,
  version_id text not null,
  version_hash text not null,
  facts jsonb not null,
  reading jsonb not null,
  decided_by uuid not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, application_id) references applications,
  foreign key (authority_id, decided_by) references people,
  constraint award_has_amount check ((outcome = 'awarded') = (award_pence is not null)),
  constraint refusal_has_reasons check (outcome <> 'refused' or reasons <> ''),
  constraint change_has_reason check (award_pence is not distinct from recommended_pence or changed_because <> '' or outcome = 'refused')
);
create unique index one_decision on decisions (authority_id, application_id);
call close_to_authority('decisions', 'select, insert');
call keep_append_only('decisions');
create policy own_decisions on decisions as restrictive to daybreak_app
  using (app_is_staff() or application_id in (select a.id from applications a))
  with check (app_is_staff());

-- A practitioner who says that a household is their own, or one they know, no longer sees its case.
create table declared_interests (
  authority_id uuid not null references authorities,
  person_id uuid not null,
  household_id uuid not null,
  declared_at timestamptz not null,
  primary key (authority_id, person_id, household_id),
  foreign key (authority_id, person_id) references people,
  foreign key (authority_id, household_id) references households
);
call close_to_authority('declared_interests', 'select, insert');
call keep_append_only('declared_interests');
create policy staff_interests on declared_interests as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());
