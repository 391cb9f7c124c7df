-- The people who write for a provider, every version of a listing, and what waits to be approved.

create table provider_people (
  authority_id uuid not null references authorities,
  provider_slug text not null,
  person_id uuid not null,
  invited_by uuid,
  invited_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  primary key (authority_id, provider_slug, person_id),
  foreign key (authority_id, provider_slug) references providers,
  foreign key (authority_id, person_id) references people
);
create index provider_people_by_person on provider_people (authority_id, person_id);
call close_to_authority('provider_people', 'select, insert, update');
-- Whom the council lets write for a provider is the council's affair; each of them sees their own.
create policy own_or_staff on provider_people as restrictive to daybreak_app
  using (app_is_staff() or person_id = app_person()) with check (app_is_staff());

-- Whether the signed-in person writes for a provider now.
create function app_writes_for(provider text) returns boolean language sql stable
  as $$ select exists (select from provider_people p
    where p.person_id = app_person() and p.provider_slug = provider and p.removed_at is null) $$;

-- What a listing said, from when, by whom and why. Older versions are the record of what families were told.
create table listing_versions (
  authority_id uuid not null references authorities,
  id uuid not null,
  slug text not null,
  provider_slug text not null,
  -- published: what families read from then on; proposed: what was sent to be approved; returned: what was not
  -- approved; withdrawn: what was taken out of the directory.
  state text not null check (state in ('published', 'proposed', 'returned', 'withdrawn')),
  content jsonb not null,
  content_hash text not null,
  shown_from date,
  shown_until date,
  why text,
  -- Null where a program did it, or somebody by a link of theirs.
  person_id uuid,
  by_words text not null,
  made_at timestamptz not null,
  primary key (authority_id, id)
);
create index listing_versions_by_slug on listing_versions (authority_id, slug, made_at, id);
-- What the directory said before anybody changed it here is kept once.
alter table listing_versions add column is_first boolean not null default false;
create unique index listing_versions_first on listing_versions (authority_id, slug) where is_first;
call close_to_authority('listing_versions', 'select, insert');
call keep_append_only('listing_versions');
create policy own_or_staff on listing_versions as restrictive for select to daybreak_app
  using (app_is_staff() or app_writes_for(provider_slug));
create policy written_for_own on listing_versions as restrictive for insert to daybreak_app
  with check (app_standing() <> 'provider' or app_writes_for(provider_slug));

-- What waits to be approved or was returned, one for a listing: field by field what it said and what it is to say.
create table listing_drafts (
  authority_id uuid not null references authorities,
  slug text not null,
  id uuid not null,
  provider_slug text not null,
  -- The whole of a listing that is not in the directory yet; null for changes to one that is.
  content jsonb,
  changes jsonb not null default '{}',
  waiting integer not null check (waiting >= 0),
  source text not null check (source in ('provider', 'council', 'import')),
  -- Counts up with each change, so that a decision names what it was taken on.
  revision integer not null default 1,
  proposed_by uuid,
  by_words text not null,
  -- Who sent it back, to be told when it comes again.
  returned_by uuid,
  proposed_at timestamptz not null,
  primary key (authority_id, slug),
  unique (authority_id, id)
);
create index listing_drafts_waiting on listing_drafts (authority_id, proposed_at) where waiting > 0;
call close_to_authority('listing_drafts', 'select, insert, update, delete');
create policy own_or_staff on listing_drafts as restrictive to daybreak_app
  using (app_is_staff() or app_writes_for(provider_slug))
  with check (app_is_staff() or app_writes_for(provider_slug));

-- Listings are written by staff, by the program, and by a provider for itself. The public's standing may confirm one
-- by the link that it was sent.
create policy written_for_own_insert on listings as restrictive for insert to daybreak_app
  with check (app_standing() <> 'provider' or app_writes_for(provider_slug));
create policy written_for_own_update on listings as restrictive for update to daybreak_app
  using (app_standing() <> 'provider' or app_writes_for(provider_slug))
  with check (app_standing() <> 'provider' or app_writes_for(provider_slug));
