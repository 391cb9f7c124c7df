-- What families and others say about a draft. The draft is kept as it was shown. What somebody wrote is read by staff
-- alone; what is published of it stands beside the council's answer.

create table statement_consultations (
  authority_id uuid not null references authorities,
  draft_number integer not null,
  round integer not null check (round > 0),
  opens_on date not null,
  closes_on date not null,
  asks text not null check (asks <> ''),
  -- The draft as everybody saw it.
  content jsonb not null,
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamptz not null,
  constraint one_statement_consultation_a_round primary key (authority_id, draft_number, round),
  constraint consultation_lasts check (closes_on > opens_on),
  foreign key (authority_id, draft_number) references statement_drafts,
  foreign key (authority_id, opened_by) references people
);
call close_to_authority('statement_consultations', 'select, insert');
call keep_append_only('statement_consultations');
create policy staff_consult on statement_consultations as restrictive for insert to daybreak_app
  with check (app_standing() = 'practitioner');

create table statement_comments (
  authority_id uuid not null references authorities,
  id uuid not null,
  draft_number integer not null,
  -- Empty: about the whole of it.
  section text not null,
  who text not null check (who in ('parent-carer', 'young-person', 'provider', 'practitioner', 'other')),
  how text not null check (how in ('online', 'meeting', 'survey', 'telephone', 'letter')),
  -- How many people said it, where staff noted what a meeting or a survey said.
  people integer not null default 1 check (people > 0),
  words text not null check (words <> ''),
  noted_by uuid,
  noted_by_name text,
  made_on date not null,
  made_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, draft_number) references statement_drafts,
  constraint staff_note_what_was_not_online check ((how = 'online') = (noted_by is null))
);
create index statement_comments_by_draft on statement_comments (authority_id, draft_number, made_at);
call close_to_authority('statement_comments', 'select, insert');
call keep_append_only('statement_comments');
create policy staff_read_comments on statement_comments as restrictive for select to daybreak_app
  using (app_standing() in ('practitioner', 'system'));
create policy staff_note_views on statement_comments as restrictive for insert to daybreak_app
  with check (how = 'online' or app_standing() = 'practitioner');

-- What the council did with a comment; the newest counts. What anybody may read of it stands here in whole.
create table statement_answers (
  authority_id uuid not null references authorities,
  id uuid not null,
  comment_id uuid not null,
  draft_number integer not null,
  is_published boolean not null,
  section text not null,
  who text not null,
  how text not null,
  people integer not null,
  -- As published: without what could name a family.
  words text not null,
  -- What was changed because of it, or why nothing was; of a comment that is kept back, why. Anybody may read it.
  changed text not null check (changed <> ''),
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamptz not null,
  primary key (authority_id, id),
  constraint only_published_comments_say_something check (is_published = (words <> '')),
  foreign key (authority_id, comment_id) references statement_comments,
  foreign key (authority_id, answered_by) references people
);
create index statement_answers_by_comment on statement_answers (authority_id, comment_id, answered_at desc);
call close_to_authority('statement_answers', 'select, insert');
call keep_append_only('statement_answers');
create policy staff_answer on statement_answers as restrictive for insert to daybreak_app
  with check (app_standing() = 'practitioner');
