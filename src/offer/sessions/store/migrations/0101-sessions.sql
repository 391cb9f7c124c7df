-- Dated sessions of listings, worked out ahead of time, and the series that they belong to: one for each place of a
-- listing. What vanishes is kept as removed, so that who reads the feeds is told.

-- One count for everything that a feed of sessions or series shows. Its numbers go to a transaction that has locked the
-- state of its authority's directory until it ends, so that of two transactions the one that is committed later has the
-- higher numbers, and no reader passes by what is not there yet.
create sequence session_positions;
grant usage on sequence session_positions to daybreak_app;

create table listing_series (
  authority_id uuid not null references authorities,
  id uuid not null,
  listing_slug text not null,
  -- 0 is the place of the listing itself, 1 the first of its other places.
  place_number smallint not null check (place_number >= 0),
  -- Whether open data may have it, and there is something to show.
  is_open boolean not null,
  -- Whether open data ever had it, and so must tell when it has it no more.
  was_open boolean not null default false,
  -- Of all that open data says of it: a change of it is a change of the series.
  fingerprint text not null,
  modified_at timestamptz not null,
  position bigint not null,
  primary key (authority_id, id),
  unique (authority_id, listing_slug, place_number),
  foreign key (authority_id, listing_slug) references listings
);
create index listing_series_by_position on listing_series (authority_id, position);
call close_to_authority('listing_series', 'select, insert, update');

create table listing_sessions (
  authority_id uuid not null references authorities,
  id uuid not null,
  listing_slug text not null,
  place_number smallint not null check (place_number >= 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- The day in England on which it starts.
  on_day date not null,
  places integer check (places > 0),
  -- Null where nobody knows, as before a place can be booked.
  places_left integer check (places_left >= 0),
  state text not null check (state in ('planned', 'cancelled', 'removed')),
  -- Whether open data may have it: from two days after its own on it has not.
  is_open boolean not null,
  was_open boolean not null default false,
  modified_at timestamptz not null,
  position bigint not null,
  primary key (authority_id, id),
  unique (authority_id, listing_slug, place_number, starts_at),
  foreign key (authority_id, listing_slug) references listings
);
create index listing_sessions_by_position on listing_sessions (authority_id, position);
create index listing_sessions_by_day on listing_sessions (authority_id, on_day);
call close_to_authority('listing_sessions', 'select, insert, update');

create function give_session_position() returns trigger language plpgsql as $$
declare
  before text := coalesce(current_setting('app.directory_change', true), '');
  number bigint;
begin
  if split_part(before, ' ', 1) is distinct from new.authority_id::text then
    -- The same number of the directory's change that the listings of this transaction get.
    insert into directory_state as state (authority_id, version) values (new.authority_id, 1)
      on conflict (authority_id) do update set version = state.version + 1
      returning version into number;
    perform set_config('app.directory_change', new.authority_id::text || ' ' || number::text, true);
  end if;
  new.position := nextval('session_positions');
  new.was_open := new.is_open or (tg_op = 'UPDATE' and old.was_open);
  return new;
end $$;
create trigger numbered before insert or update on listing_series
  for each row execute function give_session_position();
create trigger numbered before insert or update on listing_sessions
  for each row execute function give_session_position();

-- Who keeps the directory in memory learns from the listing's number that its sessions are others now.
create function number_listings_of_sessions() returns trigger language plpgsql as $$
begin
  update listings set changed_in = listings.changed_in
    from (select distinct authority_id, listing_slug from changed) as theirs
    where listings.authority_id = theirs.authority_id and listings.slug = theirs.listing_slug;
  return null;
end $$;
create trigger listings_of_added after insert on listing_sessions
  referencing new table as changed for each statement execute function number_listings_of_sessions();
create trigger listings_of_changed after update on listing_sessions
  referencing new table as changed for each statement execute function number_listings_of_sessions();
