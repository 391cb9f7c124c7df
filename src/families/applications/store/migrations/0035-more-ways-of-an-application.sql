-- An application may wait for money or a place, or be sent on to an assessment or a panel.

alter table applications drop constraint applications_state_check;
alter table applications add constraint applications_state_check
  check (state in ('draft', 'sent', 'more-asked', 'waiting', 'referred', 'decided', 'withdrawn'));
alter table applications
  -- Where a referred application is looked at now.
  add column referred_to text check (referred_to in ('assessment', 'panel')),
  add constraint referred_says_where check ((state = 'referred') = (referred_to is not null));

alter table application_events drop constraint application_events_kind_check;
alter table application_events add constraint application_events_kind_check
  check (kind in ('sent', 'more-asked', 'more-given', 'waiting', 'referred', 'panel-decided', 'assessed', 'reopened',
    'appealed', 'decided', 'withdrawn', 'letter-sent', 'note'));
