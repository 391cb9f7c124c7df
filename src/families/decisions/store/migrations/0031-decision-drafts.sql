-- What an officer is about to decide, kept between the form and the page that asks to check it. One an officer
-- and application; gone once it is decided.

create table decision_drafts (
  authority_id uuid not null references authorities,
  application_id uuid not null,
  person_id uuid not null,
  choice text not null,
  band_id text,
  amount_pence bigint check (amount_pence > 0),
  because text not null,
  words_for_family text not null,
  saved_at timestamptz not null,
  primary key (authority_id, application_id, person_id),
  foreign key (authority_id, application_id) references applications,
  foreign key (authority_id, person_id) references people
);
call close_to_authority('decision_drafts', 'select, insert, update, delete');
create policy staff_drafts on decision_drafts as restrictive to daybreak_app
  using (app_is_staff() and person_id = app_person()) with check (app_is_staff() and person_id = app_person());

-- The queue lists what was decided newest first.
create index decisions_by_time on decisions (authority_id, decided_at desc, application_id);
