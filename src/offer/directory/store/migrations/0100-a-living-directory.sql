-- The directory while it is used: listings get an identifier that open data can name, belong to a provider, are shown
-- between days, and every change of one is numbered, so that who keeps the directory in memory can ask for what is new.

create table providers (
  authority_id uuid not null references authorities,
  slug text not null,
  id uuid not null,
  name text not null,
  about text,
  phone text,
  email text,
  url text,
  created_at timestamptz not null,
  modified_at timestamptz not null,
  primary key (authority_id, slug),
  unique (authority_id, id)
);
call close_to_authority('providers', 'select, insert, update');

create table directory_state (
  authority_id uuid primary key references authorities,
  version bigint not null
);
call close_to_authority('directory_state', 'select, insert, update');

alter table listings
  -- Made by the database for what was there before; the program makes those that come.
  add column id uuid not null default gen_random_uuid(),
  add column provider_slug text,
  add column created_at timestamptz,
  -- Both days are included; null is open.
  add column shown_from date,
  add column shown_until date,
  -- Whether people changed it in the service: the folder of the authority is then not its source any more.
  add column is_edited boolean not null default false,
  add column changed_in bigint not null default 0,
  add unique (authority_id, id);
alter table listings drop constraint listings_provenance_check;
alter table listings add check (provenance in ('document', 'demonstration', 'provider', 'council', 'feed'));
create index listings_by_change on listings (authority_id, changed_in);

-- Numbers a change: one number for all that a transaction changes of one authority. The row of the authority's state
-- stays locked until the transaction ends, so numbers come to be seen in their order.
create function number_directory_change() returns trigger language plpgsql as $$
declare
  before text := coalesce(current_setting('app.directory_change', true), '');
  number bigint;
begin
  if split_part(before, ' ', 1) = new.authority_id::text then
    new.changed_in := split_part(before, ' ', 2)::bigint;
    return new;
  end if;
  insert into directory_state as state (authority_id, version) values (new.authority_id, 1)
    on conflict (authority_id) do update set version = state.version + 1
    returning version into number;
  perform set_config('app.directory_change', new.authority_id::text || ' ' || number::text, true);
  new.changed_in := number;
  return new;
end $$;
create trigger numbered before insert or update on listings
  for each row execute function number_directory_change();
