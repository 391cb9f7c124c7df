-- What changed an award after it was made. An award itself is never changed: what it is on a day follows from
-- it and these rows. A row that was a mistake is taken back by another that names it.

create table award_changes (
  authority_id uuid not null references authorities,
  id uuid not null,
  award_id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('changed', 'suspended', 'resumed', 'ended', 'taken-back')),
  -- The first day on which it holds.
  from_on date not null,
  -- What the award is of from then on; for 'changed' alone.
  amount_pence bigint check (amount_pence > 0),
  minutes bigint check (minutes > 0),
  nights integer check (nights > 0),
  -- The row that this one takes back.
  takes_back uuid,
  reason text not null check (reason <> ''),
  -- Who asked for a raise, where somebody else agreed to it.
  asked_by uuid,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, award_id) references awards,
  constraint change_is_of_something check ((kind = 'changed') = (num_nonnulls(amount_pence, minutes, nights) > 0)),
  constraint taking_back_names_a_change check ((kind = 'taken-back') = (takes_back is not null)),
  constraint raise_is_agreed_by_another check (asked_by is null or asked_by <> changed_by)
);
create index award_changes_by_award on award_changes (authority_id, award_id);
create unique index taken_back_once on award_changes (authority_id, takes_back) where takes_back is not null;
call close_to_authority('award_changes', 'select, insert');
call keep_append_only('award_changes');
call close_to_household('award_changes');

-- More for an award, asked for by one practitioner and answered by another.
create table award_raises (
  authority_id uuid not null references authorities,
  id uuid not null,
  award_id uuid not null,
  household_id uuid not null,
  from_on date not null,
  amount_pence bigint check (amount_pence > 0),
  minutes bigint check (minutes > 0),
  nights integer check (nights > 0),
  reason text not null check (reason <> ''),
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  answer text check (answer in ('agreed', 'not-agreed')),
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  answered_because text,
  primary key (authority_id, id),
  foreign key (authority_id, award_id) references awards,
  constraint raise_is_of_something check (num_nonnulls(amount_pence, minutes, nights) > 0),
  constraint raise_is_answered_by_another check (answered_by is null or answered_by <> asked_by),
  constraint raise_is_answered_whole check (num_nonnulls(answer, answered_by, answered_by_name, answered_at, answered_because) in (0, 5))
);
create unique index one_open_raise_an_award on award_raises (authority_id, award_id) where answer is null;
call close_to_authority('award_raises', 'select, insert, update');
create policy staff_raises on award_raises as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());
