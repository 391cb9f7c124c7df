-- A fact that was read wrongly from a letter: the evidence stays, and what is right is added beside it.

alter table evidence add column supersedes uuid;
alter table evidence add foreign key (authority_id, supersedes) references evidence;

create table fact_corrections (
  authority_id uuid not null references authorities,
  id uuid not null,
  application_id uuid not null,
  household_id uuid not null,
  -- By the name that schemes know it by, such as child.dla_care.
  fact text not null,
  was text not null,
  is_now text not null,
  evidence_id uuid not null,
  reason text not null check (reason <> ''),
  corrected_by uuid not null,
  corrected_by_name text not null,
  corrected_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, application_id) references applications,
  foreign key (authority_id, evidence_id) references evidence,
  foreign key (authority_id, corrected_by) references people
);
create index fact_corrections_by_application on fact_corrections (authority_id, application_id, corrected_at);
call close_to_authority('fact_corrections', 'select, insert');
call keep_append_only('fact_corrections');
create policy staff_corrections on fact_corrections as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());
