-- Who asked to be told of new short breaks, and the newsletter. An address is seen by the job that writes to it, and by
-- whoever holds a link out of a message to it; by nobody else, whatever a page asks for.

create table alerts (
  authority_id uuid not null references authorities,
  id uuid not null,
  email text not null,
  -- The query of a search of the directory; null for who wants the newsletter alone.
  search text,
  frequency text check (frequency in ('weekly', 'monthly')),
  wants_newsletter boolean not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- What came into the directory up to then was told, or was there when they asked.
  told_until timestamptz not null,
  primary key (authority_id, id),
  check ((search is null) = (frequency is null)),
  check (search is not null or wants_newsletter)
);
create index alerts_by_email on alerts (authority_id, lower(email));
create index alerts_due on alerts (authority_id, told_until) where confirmed_at is not null;
call close_to_authority('alerts', 'select, insert, update, delete');

create table alert_links (
  authority_id uuid not null,
  token_hash text not null,
  alert_id uuid not null,
  created_at timestamptz not null,
  primary key (authority_id, token_hash),
  foreign key (authority_id, alert_id) references alerts on delete cascade
);
create index alert_links_by_alert on alert_links (authority_id, alert_id);
call close_to_authority('alert_links', 'select, insert, delete');

create policy of_the_owner on alert_links for select to current_user using (true);
create policy held_by_link on alert_links as restrictive for select to daybreak_app
  using (app_standing() = 'system' or token_hash = current_setting('app.alert_link', true));
create function alert_of_link() returns uuid language sql stable
  as $$ select alert_id from alert_links where authority_id = app_authority()
    and token_hash = current_setting('app.alert_link', true) $$;
create policy held_by_link on alerts as restrictive for select to daybreak_app
  using (app_standing() = 'system' or id = alert_of_link());
create policy changed_by_link on alerts as restrictive for update to daybreak_app
  using (app_standing() = 'system' or id = alert_of_link());
create policy ended_by_link on alerts as restrictive for delete to daybreak_app
  using (app_standing() = 'system' or id = alert_of_link());

-- How many there are is no secret. The functions look as the owner of the tables does, past who asks.
create policy of_the_owner on alerts for select to current_user using (true);
create policy of_the_owner_to_end on alerts for delete to current_user using (true);
create function alert_counts(out waiting bigint, out alerts bigint, out newsletters bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*) filter (where confirmed_at is null),
    count(*) filter (where confirmed_at is not null and search is not null),
    count(*) filter (where confirmed_at is not null and wants_newsletter)
    from alerts where authority_id = app_authority() $$;

-- How often an address asked in the last hours: so that nobody can fill another's letter box.
create function alerts_asked_for(address text, since timestamptz) returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*) from alerts where authority_id = app_authority() and lower(email) = lower(address)
    and asked_at > since $$;

-- Whoever holds a link to an address ends all that was asked for with it: one stop is enough.
create function end_alerts_of_link() returns bigint language sql security definer set search_path = public, pg_temp
  as $$ with ended as (delete from alerts where authority_id = app_authority() and lower(email) =
      (select lower(a.email) from alerts a join alert_links l on l.authority_id = a.authority_id and l.alert_id = a.id
        where l.authority_id = app_authority() and l.token_hash = current_setting('app.alert_link', true))
    returning 1) select count(*) from ended $$;

create table newsletter_issues (
  authority_id uuid not null references authorities,
  id uuid not null,
  -- From 1, in the order in which they were sent; null while it is written.
  number integer check (number > 0),
  title text not null,
  -- Markdown.
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, number),
  check ((number is null) = (sent_at is null) and (sent_by is null) = (sent_at is null))
);
call close_to_authority('newsletter_issues', 'select, insert, update, delete');
create policy sent_is_public on newsletter_issues as restrictive for select to daybreak_app
  using (app_standing() in ('practitioner', 'system') or sent_at is not null);
create function keep_sent_issue() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null then
    raise exception 'a newsletter that was sent stays as it is' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger sent_stays before update or delete on newsletter_issues
  for each row execute function keep_sent_issue();

-- To whom an issue went already: a job that runs again writes to nobody twice.
create table newsletter_sendings (
  authority_id uuid not null,
  issue_id uuid not null,
  alert_id uuid not null,
  at timestamptz not null,
  primary key (authority_id, issue_id, alert_id),
  foreign key (authority_id, issue_id) references newsletter_issues,
  foreign key (authority_id, alert_id) references alerts on delete cascade
);
call close_to_authority('newsletter_sendings', 'select, insert');
call close_to_providers('newsletter_sendings');
