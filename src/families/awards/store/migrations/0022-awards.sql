-- What was granted. Never changed in place: what ends or alters an award is added beside it.

create table awards (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  application_id uuid not null,
  decision_id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  scheme_id text not null,
  version_id text not null,
  amount_pence bigint not null check (amount_pence > 0),
  financial_year text not null check (financial_year ~ '^\d{4}-\d{2}$'),
  starts_on date not null,
  ends_on date not null,
  review_on date not null,
  created_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, application_id) references applications,
  foreign key (authority_id, decision_id) references decisions,
  foreign key (authority_id, child_id) references children,
  constraint award_period check (ends_on >= starts_on and review_on >= starts_on)
);
create unique index one_award_a_decision on awards (authority_id, decision_id);
create unique index awards_reference on awards (authority_id, reference);
create index awards_by_child on awards (authority_id, child_id, starts_on desc);
create index awards_by_household on awards (authority_id, household_id);
call close_to_authority('awards', 'select, insert');
call keep_append_only('awards');
call close_to_household('awards');
