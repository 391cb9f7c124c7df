-- Who may sign in, by which way, and since when.

create table people (
  authority_id uuid not null references authorities,
  id uuid not null,
  kind text not null check (kind in ('family', 'practitioner')),
  name text not null,
  email text not null,
  roles text[] not null default '{}',
  issuer text,
  subject text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (authority_id, id)
);
create unique index people_email on people (authority_id, kind, lower(email));
create unique index people_subject on people (authority_id, issuer, subject) where subject is not null;
call close_to_authority('people', 'select, insert, update');

create table sign_in_links (
  authority_id uuid not null references authorities,
  token_hash text not null,
  email text not null,
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (authority_id, token_hash)
);
create index sign_in_links_by_email on sign_in_links (authority_id, lower(email), created_at);
call close_to_authority('sign_in_links', 'select, insert, update, delete');

create table sessions (
  authority_id uuid not null references authorities,
  token_hash text not null,
  id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('email-link', 'openid', 'demonstration')),
  device text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (authority_id, token_hash),
  foreign key (authority_id, person_id) references people
);
create unique index sessions_id on sessions (authority_id, id);
create index sessions_by_person on sessions (authority_id, person_id, expires_at);
call close_to_authority('sessions', 'select, insert, update');

create table openid_attempts (
  authority_id uuid not null references authorities,
  state_hash text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  primary key (authority_id, state_hash)
);
call close_to_authority('openid_attempts', 'select, insert, delete');
