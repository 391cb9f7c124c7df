-- What people say of the listings and of the Local Offer as a whole, and what was done about it.

create table listing_comments (
  authority_id uuid not null references authorities,
  id uuid not null,
  -- Null: about the Local Offer as a whole.
  listing_slug text,
  said_by text not null check (said_by in ('young-person', 'parent-carer', 'somebody-else')),
  -- As they were written. Only staff read them, and they are forgotten once what is public has been taken from them.
  words text,
  email text,
  made_on date not null,
  created_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, listing_slug) references listings (authority_id, slug)
);
create index listing_comments_by_day on listing_comments (authority_id, made_on);
call close_to_authority('listing_comments', 'select, insert, update (words, email)');
create policy read_by_staff on listing_comments as restrictive for select to daybreak_app using (app_is_staff());
create policy forgotten_by_staff on listing_comments as restrictive for update to daybreak_app using (app_is_staff());

-- What staff did about a comment. What the public may read of it stands here alone.
create table listing_comment_steps (
  authority_id uuid not null references authorities,
  id uuid not null,
  comment_id uuid not null,
  -- Steps are numbered, so that of two people who act at once the second sees what the first did.
  number integer not null check (number > 0),
  kind text not null check (kind in ('published', 'not-published', 'answered', 'taken-down')),
  -- The comment as it is published, the answer, or the reason.
  words text not null check (words <> ''),
  -- Of an answer: whether it is done, will be done, or cannot be.
  outcome text check (outcome in ('done', 'will-do', 'cannot')),
  -- The day on which it was done, or of the answer.
  on_day date not null,
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  primary key (authority_id, id),
  foreign key (authority_id, comment_id) references listing_comments (authority_id, id),
  check ((kind = 'answered') = (outcome is not null))
);
create unique index listing_comment_steps_numbered on listing_comment_steps (authority_id, comment_id, number);
call close_to_authority('listing_comment_steps', 'select, insert');
call keep_append_only('listing_comment_steps');
create policy added_by_staff on listing_comment_steps as restrictive for insert to daybreak_app
  with check (app_is_staff());
create policy read_by_staff on listing_comment_steps as restrictive for select to daybreak_app using (app_is_staff());

-- The public reads comments through this alone: those that are published now, in the words that were let through.
-- It is kept in step by the service when a step is added.
create table published_comments (
  authority_id uuid not null references authorities,
  comment_id uuid not null,
  listing_slug text,
  said_by text not null,
  said_on date not null,
  words text not null,
  published_on date not null,
  answer text,
  outcome text check (outcome in ('done', 'will-do', 'cannot')),
  answered_on date,
  primary key (authority_id, comment_id),
  foreign key (authority_id, comment_id) references listing_comments (authority_id, id),
  check ((answer is null) = (answered_on is null) and (answer is null) = (outcome is null))
);
create index published_comments_by_listing on published_comments (authority_id, listing_slug, said_on);
call close_to_authority('published_comments', 'select, insert, update, delete');
create policy published_by_staff on published_comments as restrictive for insert to daybreak_app
  with check (app_is_staff());
create policy changed_by_staff on published_comments as restrictive for update to daybreak_app using (app_is_staff());
create policy taken_down_by_staff on published_comments as restrictive for delete to daybreak_app
  using (app_is_staff());

create table listing_problems (
  authority_id uuid not null references authorities,
  id uuid not null,
  listing_slug text not null,
  kind text not null check (kind in ('details', 'times', 'cost', 'closed', 'access', 'not-safe', 'page', 'other')),
  words text,
  email text,
  reported_on date not null,
  created_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, listing_slug) references listings (authority_id, slug)
);
create index listing_problems_by_day on listing_problems (authority_id, reported_on);
call close_to_authority('listing_problems', 'select, insert, update (words, email)');
create policy read_by_staff on listing_problems as restrictive for select to daybreak_app using (app_is_staff());
create policy forgotten_by_staff on listing_problems as restrictive for update to daybreak_app using (app_is_staff());

create table listing_problem_steps (
  authority_id uuid not null references authorities,
  id uuid not null,
  problem_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('passed-on', 'mended', 'nothing-wrong')),
  words text not null check (words <> ''),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  primary key (authority_id, id),
  foreign key (authority_id, problem_id) references listing_problems (authority_id, id)
);
create unique index listing_problem_steps_numbered on listing_problem_steps (authority_id, problem_id, number);
call close_to_authority('listing_problem_steps', 'select, insert');
call keep_append_only('listing_problem_steps');
create policy by_staff on listing_problem_steps as restrictive to daybreak_app
  using (app_is_staff()) with check (app_is_staff());

-- What people wrote can be forgotten, and nothing else of it can be changed.
create function only_forget_words() returns trigger language plpgsql as $$
begin
  if (new.words is not null and new.words is distinct from old.words)
    or (new.email is not null and new.email is distinct from old.email) then
    raise exception '% is only ever forgotten', tg_table_name using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_forget before update on listing_comments for each row execute function only_forget_words();
create trigger only_forget before update on listing_problems for each row execute function only_forget_words();
