-- What was sent to whom, what was handed in, and where postcodes are.

create table messages (
  authority_id uuid not null references authorities,
  id uuid not null,
  kind text not null,
  sent_to text not null,
  subject text not null,
  text text not null,
  reference text,
  person_id uuid,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  created_at timestamptz not null,
  settled_at timestamptz,
  problem text,
  primary key (authority_id, id)
);
create index messages_by_time on messages (authority_id, created_at desc);
call close_to_authority('messages', 'select, insert, update');

create table files (
  authority_id uuid not null references authorities,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (authority_id, id)
);
call close_to_authority('files', 'select, insert, update');

create table postcodes (
  postcode text primary key,
  latitude double precision not null,
  longitude double precision not null,
  district_code text not null
);
grant select on postcodes to daybreak_app;
