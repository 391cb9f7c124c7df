-- What families say, and what the directory calls it, as staff have written it. A row is never changed: the next one
-- for the same word takes its place from its moment on. A word with no meanings leaves it as it is typed, also where
-- the program begins with some.

create table search_synonyms (
  authority_id uuid not null references authorities,
  id uuid not null,
  -- As the search compares it: lower case, without accents and plural.
  word text not null check (word <> ''),
  means text[] not null,
  -- Whether the word goes back to what the program begins with; it then has no meanings of its own.
  is_put_back boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  -- The number of the change in the directory's own row of numbers, so that who keeps it in memory learns of it.
  changed_in bigint not null default 0,
  primary key (authority_id, id),
  foreign key (authority_id, changed_by) references people,
  check (not is_put_back or cardinality(means) = 0)
);
create index search_synonyms_in_force on search_synonyms (authority_id, word, changed_in desc, id desc);
call close_to_authority('search_synonyms', 'select, insert');
call keep_append_only('search_synonyms');
create policy staff_write_synonyms on search_synonyms as restrictive for insert to daybreak_app
  with check (app_standing() = 'practitioner');
create trigger numbered before insert on search_synonyms
  for each row execute function number_directory_change();
