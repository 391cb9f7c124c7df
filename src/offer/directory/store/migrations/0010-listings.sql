-- The directory: what there is. The folder of the authority is the source; a listing that leaves it is withdrawn, not
-- removed, so that an old link can say so.

create extension if not exists pg_trgm;

create table listings (
  authority_id uuid not null references authorities,
  slug text not null,
  -- The whole listing as the program knows it; the columns below are taken from it, for filters and order.
  content jsonb not null,
  content_hash text not null,
  title text not null,
  tier text not null check (tier in ('universal', 'targeted', 'specialist')),
  kinds text[] not null,
  needs text[] not null,
  times text[] not null,
  accepts text[] not null,
  age_from integer not null,
  age_to integer not null check (age_to >= age_from),
  is_free boolean not null,
  is_paused boolean not null,
  place_kind text not null check (place_kind in ('at', 'area', 'online')),
  locality text,
  latitude double precision,
  longitude double precision,
  -- What the point is the middle of: a postcode, its sector or its outward code.
  precision text check (precision in ('unit', 'sector', 'outward')),
  words tsvector not null,
  -- Every word of the listing once, for slips of spelling.
  vocabulary text[] not null,
  provenance text not null check (provenance in ('document', 'demonstration')),
  checked_on date not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (authority_id, slug),
  check ((latitude is null) = (longitude is null) and (latitude is null) = (precision is null))
);
create index listings_by_words on listings using gin (words);
create index listings_by_needs on listings using gin (needs);
call close_to_authority('listings', 'select, insert, update');
