-- The words of letters and messages as staff have written them. A version is never changed: the next one takes its
-- place from the moment on which it is published, and what was sent before can be read again in its own words.

create table word_versions (
  authority_id uuid not null references authorities,
  id uuid not null,
  template_id text not null,
  subject text not null check (subject <> ''),
  body text not null check (body <> ''),
  -- Why the words were changed.
  note text not null check (note <> ''),
  published_at timestamptz not null,
  published_by uuid not null,
  published_by_name text not null,
  primary key (authority_id, id),
  foreign key (authority_id, published_by) references people
);
create index word_versions_in_force on word_versions (authority_id, template_id, published_at desc);
call close_to_authority('word_versions', 'select, insert');
call keep_append_only('word_versions');
create policy staff_write_words on word_versions as restrictive for insert to daybreak_app
  with check (app_standing() = 'practitioner');

-- Words that somebody is writing, kept between the form and the page on which they are read as a family will.
create table word_drafts (
  authority_id uuid not null references authorities,
  template_id text not null,
  person_id uuid not null,
  subject text not null,
  body text not null,
  note text not null,
  saved_at timestamptz not null,
  primary key (authority_id, template_id, person_id),
  foreign key (authority_id, person_id) references people
);
call close_to_authority('word_drafts', 'select, insert, update, delete');
create policy own_word_drafts on word_drafts as restrictive to daybreak_app
  using (person_id = app_person()) with check (person_id = app_person());
