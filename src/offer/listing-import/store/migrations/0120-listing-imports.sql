-- Listings that come many at a time: looked at first, then accepted or set aside as a whole. What the source said is kept
-- as it was, so that nothing is lost that a listing has no place for.

create table listing_imports (
  authority_id uuid not null references authorities,
  id uuid not null,
  kind text not null check (kind in ('sheet', 'feed')),
  -- The name of the file, or of the feed in the authority's feeds.yaml.
  name text not null,
  state text not null check (state in ('fetching', 'waiting', 'accepted', 'taken-in', 'set-aside', 'failed')),
  -- Why a feed could not be read, as a sentence.
  problem text,
  -- What was odd about the source as a whole.
  oddities jsonb not null default '[]',
  row_count integer not null default 0,
  asked_by uuid,
  asked_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (authority_id, id),
  check ((state in ('accepted', 'taken-in', 'set-aside')) = (settled_at is not null)),
  check ((state = 'failed') = (problem is not null))
);
create index listing_imports_by_day on listing_imports (authority_id, asked_at desc);
call close_to_authority('listing_imports', 'select, insert, update');
create policy staff_alone on listing_imports as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());

create table listing_import_rows (
  authority_id uuid not null,
  import_id uuid not null,
  -- As a spreadsheet counts its rows, or the how-manieth service of a feed.
  number integer not null check (number > 0),
  title text not null,
  -- What the source calls it; empty where it has no name for it.
  their_id text not null,
  outcome text not null check (outcome in ('new', 'changed', 'same', 'like', 'wrong')),
  slug text,
  -- The listing of the directory, or the row before, that it seems to be once more.
  like_what text,
  listing jsonb,
  wrongs jsonb not null default '[]',
  oddities jsonb not null default '[]',
  original jsonb not null,
  -- Whether somebody chose it in spite of its likeness, or left it out.
  is_chosen boolean not null,
  taken_in_at timestamptz,
  primary key (authority_id, import_id, number),
  foreign key (authority_id, import_id) references listing_imports,
  check ((outcome = 'wrong') = (listing is null)),
  check (outcome <> 'wrong' or not is_chosen)
);
create index listing_import_rows_to_take on listing_import_rows (authority_id, import_id, number)
  where is_chosen and taken_in_at is null;
create index listing_import_rows_by_their_id on listing_import_rows (authority_id, their_id) where taken_in_at is not null;
call close_to_authority('listing_import_rows', 'select, insert, update');
create policy staff_alone on listing_import_rows as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());
