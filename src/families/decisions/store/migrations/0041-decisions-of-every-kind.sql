-- An application may be decided more than once: after an appeal, after it waited, after a panel or an assessment.
-- Each decision has its number and stays; and there are more outcomes than a sum of money and a refusal.

alter table decisions
  drop constraint decisions_outcome_check,
  drop constraint award_has_amount,
  drop constraint change_has_reason;
alter table decisions alter column decided_by drop not null;
alter table decisions
  add column number integer not null default 1 check (number > 0),
  add column award_minutes bigint check (award_minutes > 0),
  add column award_nights integer check (award_nights > 0),
  add column award_per text not null default 'period' check (award_per in ('period', 'week', 'four-weeks', 'month', 'year')),
  add column recommended_minutes bigint,
  add column recommended_nights integer,
  -- Where an application was sent on to.
  add column referred_to text check (referred_to in ('assessment', 'panel')),
  -- Taken by the published rule itself, with nobody between.
  add column by_rule boolean not null default false,
  -- Taken with others at once: which list they stood in.
  add column run_id uuid,
  add constraint decision_outcome check (outcome in ('awarded', 'awarded-reduced', 'refused', 'waiting', 'referred', 'closed', 'late')),
  add constraint award_is_of_something check
    ((outcome in ('awarded', 'awarded-reduced')) = (num_nonnulls(award_pence, award_minutes, award_nights) > 0)),
  add constraint referral_says_where check ((outcome = 'referred') = (referred_to is not null)),
  add constraint decided_by_somebody check (by_rule = (decided_by is null)),
  add constraint change_has_reason check (outcome not in ('awarded', 'awarded-reduced') or changed_because <> ''
    or row (award_pence, award_minutes, award_nights) is not distinct from row (recommended_pence, recommended_minutes, recommended_nights));
drop index one_decision;
create unique index one_decision_of_a_number on decisions (authority_id, application_id, number);
create index decisions_of_a_run on decisions (authority_id, run_id) where run_id is not null;

alter table decision_drafts
  add column minutes bigint check (minutes > 0),
  add column nights integer check (nights > 0);

-- Many decided at once: who confirmed the list, and of each that could not be decided, why.
create table decision_runs (
  authority_id uuid not null references authorities,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references people
);
call close_to_authority('decision_runs', 'select, insert');
call keep_append_only('decision_runs');
create policy staff_runs on decision_runs as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

create table decision_run_failures (
  authority_id uuid not null references authorities,
  run_id uuid not null,
  application_id uuid not null,
  problem text not null,
  primary key (authority_id, run_id, application_id),
  foreign key (authority_id, run_id) references decision_runs,
  foreign key (authority_id, application_id) references applications
);
call close_to_authority('decision_run_failures', 'select, insert');
call keep_append_only('decision_run_failures');
create policy staff_run_failures on decision_run_failures as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());

-- Applications that the published rule was tried on, with the reason why it left one to an officer. Each once.
create table rule_attempts (
  authority_id uuid not null references authorities,
  application_id uuid not null,
  at timestamptz not null,
  -- Empty where the rule decided.
  left_because text not null,
  primary key (authority_id, application_id),
  foreign key (authority_id, application_id) references applications
);
call close_to_authority('rule_attempts', 'select, insert');
call keep_append_only('rule_attempts');
create policy staff_rule_attempts on rule_attempts as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());
