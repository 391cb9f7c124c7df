-- Pictures of listings that the service keeps: drawn anew when they came in, and shown to everybody once approved.

create table listing_pictures (
  authority_id uuid not null references authorities,
  -- The stored file's.
  id uuid not null,
  slug text not null,
  provider_slug text not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png')),
  bytes integer not null,
  sha256 text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  -- When a version that shows it was first published.
  published_at timestamptz,
  primary key (authority_id, id)
);
create index listing_pictures_by_slug on listing_pictures (authority_id, slug);
call close_to_authority('listing_pictures', 'select, insert, update');
create policy seen_once_published on listing_pictures as restrictive for select to daybreak_app
  using (published_at is not null or app_is_staff() or app_writes_for(provider_slug));
create policy added_for_own on listing_pictures as restrictive for insert to daybreak_app
  with check (app_is_staff() or app_writes_for(provider_slug));
create policy changed_for_own on listing_pictures as restrictive for update to daybreak_app
  using (app_is_staff() or app_writes_for(provider_slug));
