-- One award for money, hours and nights, whatever granted it: an application, a panel, a support plan, or a
-- record brought over from another system. Hours stand in whole minutes, nights in whole nights.

alter table awards alter column amount_pence drop not null;
alter table awards alter column application_id drop not null;
alter table awards alter column decision_id drop not null;
alter table awards alter column scheme_id drop not null;
alter table awards alter column version_id drop not null;
alter table awards
  add column minutes bigint check (minutes > 0),
  add column nights integer check (nights > 0),
  -- What the amount, the minutes and the nights are for: the whole period, or each week, four weeks, month or year of it.
  add column per text not null default 'period' check (per in ('period', 'week', 'four-weeks', 'month', 'year')),
  -- What kind of short break it is for.
  add column break_kind text not null default 'grant'
    check (break_kind in ('grant', 'club', 'holiday', 'enabler', 'homecare', 'overnight', 'other')),
  -- How the family has it.
  add column way text not null default 'one-off-payment'
    check (way in ('one-off-payment', 'direct-payment', 'prepaid-card', 'managed-account', 'commissioned', 'spot', 'in-house')),
  add column paid_by text not null default 'council' check (paid_by in ('council', 'health', 'education', 'joint')),
  -- The law under which nights are given; it decides how often they are looked at.
  add column legal_basis text check (legal_basis in ('section-17', 'section-20')),
  add column conditions text not null default '',
  add column source text not null default 'application' check (source in ('application', 'panel', 'plan', 'import')),
  -- The panel's decision, the line of the plan or the row of the import that it comes from.
  add column source_id uuid,
  add constraint award_is_of_something check (num_nonnulls(amount_pence, minutes, nights) > 0),
  add constraint application_award_is_decided check (source <> 'application'
    or (application_id is not null and decision_id is not null and scheme_id is not null and version_id is not null)),
  add constraint other_award_has_source check (source = 'application' or source_id is not null);
create unique index one_award_a_source on awards (authority_id, source, source_id) where source_id is not null;
create index awards_by_review on awards (authority_id, review_on);
