-- A form sent twice is answered with the first answer; what was typed into a form that could not be taken
-- any more is kept for a day.

create table form_posts (
  authority_id uuid not null references authorities,
  token uuid not null,
  location text,
  at timestamptz not null,
  primary key (authority_id, token)
);
call close_to_authority('form_posts', 'select, insert, update, delete');

create table kept_forms (
  authority_id uuid not null references authorities,
  token_hash text not null,
  path text not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (authority_id, token_hash)
);
call close_to_authority('kept_forms', 'select, insert, delete');
