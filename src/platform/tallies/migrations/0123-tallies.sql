-- How often something happened on a day, of nobody: no person, no time of the day, no request. What a page that is only
-- read may leave behind besides the audit trail.

create table tallies (
  authority_id uuid not null references authorities,
  what text not null,
  on_day date not null,
  -- Values of vocabularies alone; never words as somebody typed them.
  details jsonb not null check (length(details::text) <= 1500),
  times integer not null check (times > 0),
  primary key (authority_id, what, on_day, details)
);
call close_to_authority('tallies', 'select, insert, update');
