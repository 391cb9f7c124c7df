-- A register that is brought over from another system: read in and looked at first, loaded whole or not at all.

create table register_imports (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  file_name text not null,
  -- Of the bytes, so that somebody who sends the same file twice is told.
  sha256 text not null,
  -- The system that the file comes from, and the mapping it was read with.
  source text not null check (source ~ '^[a-z][a-z0-9-]{0,40}$'),
  mapping text not null,
  state text not null check (state in ('waiting', 'accepted', 'set-aside')),
  row_count integer not null check (row_count > 0),
  -- How many rows were new, changed, the same, perhaps the same child, and wrong when it was accepted.
  counts jsonb,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (authority_id, id),
  constraint import_settled_whole check ((state = 'waiting') = (settled_at is null))
);
create unique index register_imports_reference on register_imports (authority_id, reference);
create index register_imports_by_state on register_imports (authority_id, state, uploaded_at desc);
call close_to_authority('register_imports', 'select, insert, update');
create policy staff_imports on register_imports as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

-- The rows as they stood in the file, under the headings of its first line.
create table register_import_rows (
  authority_id uuid not null references authorities,
  import_id uuid not null,
  row_number integer not null check (row_number > 0),
  cells jsonb not null,
  primary key (authority_id, import_id, row_number),
  foreign key (authority_id, import_id) references register_imports
);
call close_to_authority('register_import_rows', 'select, insert, delete');
create policy staff_import_rows on register_import_rows as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());

-- Which child of the register a row of another system is. A child may be known to several systems, and a system
-- may know a child twice.
create table imported_children (
  authority_id uuid not null references authorities,
  source text not null,
  source_key text not null check (source_key <> ''),
  child_id uuid not null,
  household_id uuid not null,
  -- What the row said when it was last loaded: a row that says the same changes nothing.
  row_hash text not null,
  -- Whether the record was made by the import, and not joined with one that was there.
  made_record boolean not null,
  first_import_id uuid not null,
  last_import_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (authority_id, source, source_key),
  foreign key (authority_id, child_id) references children,
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, first_import_id) references register_imports,
  foreign key (authority_id, last_import_id) references register_imports
);
create index imported_children_by_child on imported_children (authority_id, child_id);
call close_to_authority('imported_children', 'select, insert, update');
create policy staff_imported on imported_children as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());
