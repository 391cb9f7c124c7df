-- A yes may be no amount of anything: a place on a register of clubs, or help whose amount a support plan says.
alter table decisions
  drop constraint decision_outcome,
  add constraint decision_outcome
    check (outcome in ('awarded', 'awarded-reduced', 'agreed', 'refused', 'waiting', 'referred', 'closed', 'late'));
