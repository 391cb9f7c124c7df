-- A review of an award: what the family wrote before it, and the record of it. When the next one is due follows
-- from the award and its records; nothing here says so twice.

create table review_records (
  authority_id uuid not null references authorities,
  id uuid not null,
  award_id uuid not null,
  child_id uuid not null,
  household_id uuid not null,
  -- The day by which it had to be held.
  due_on date not null,
  held_on date not null,
  child_views text not null default '',
  -- Why the child's own views are not there, where they are not.
  child_views_missing text not null default '',
  child_feels text check (child_feels in ('good', 'mixed', 'bad')),
  carers_views text not null,
  sibling_effect text not null default '',
  went_well text not null,
  delivered text not null,
  outcome text not null check (outcome in ('continue', 'change', 'end', 'reassess')),
  because text not null check (because <> ''),
  -- Null where the award ends before another review would be due.
  next_on date,
  held_by uuid not null,
  held_by_name text not null,
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, award_id) references awards,
  constraint child_is_heard_or_we_say_why check (child_views <> '' or child_feels is not null or child_views_missing <> ''),
  constraint next_review_is_later check (next_on is null or next_on > held_on)
);
create unique index one_record_a_review on review_records (authority_id, award_id, due_on);
create index review_records_by_child on review_records (authority_id, child_id);
call close_to_authority('review_records', 'select, insert');
call keep_append_only('review_records');
call close_to_household('review_records');

-- What the child or a carer wants to say before a review. The newest of each counts; the older ones stay.
create table review_views (
  authority_id uuid not null references authorities,
  id uuid not null,
  award_id uuid not null,
  household_id uuid not null,
  due_on date not null,
  whose text not null check (whose in ('child', 'carer')),
  feels text check (feels in ('good', 'mixed', 'bad')),
  words text not null default '',
  going_well text not null default '',
  to_change text not null default '',
  siblings text not null default '',
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, award_id) references awards,
  constraint views_say_something check (feels is not null or words || going_well || to_change || siblings <> '')
);
create index review_views_by_review on review_views (authority_id, award_id, due_on, written_at desc);
call close_to_authority('review_views', 'select, insert');
call keep_append_only('review_views');
call close_to_household('review_views');

-- Which families were told that a review is near, so that the daily job may run twice.
create table review_reminders (
  authority_id uuid not null references authorities,
  award_id uuid not null,
  due_on date not null,
  household_id uuid not null,
  reminded_at timestamptz not null,
  primary key (authority_id, award_id, due_on),
  foreign key (authority_id, award_id) references awards
);
call close_to_authority('review_reminders', 'select, insert');
call keep_append_only('review_reminders');
call close_to_household('review_reminders');
