-- What a child and the family need, found out with them over several visits. Siblings and carers stand in it by
-- name, each with their own needs. Every saved section is a version; nothing that was written is overwritten.

create table assessments (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  household_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('child-and-family', 'parent-carer')),
  -- Whose needs as a carer it is about, for a parent carer's own.
  carer_name text not null default '',
  -- The carer's own account: a parent carer's own assessment is theirs, and not the other parent's to read.
  for_person_id uuid,
  source text not null check (source in ('application', 'family', 'practitioner')),
  application_id uuid,
  asked_by uuid not null,
  asked_words text not null default '',
  asked_at timestamptz not null,
  due_on date not null,
  state text not null check (state in ('asked', 'in-progress', 'submitted', 'agreed', 'closed')),
  assessor_id uuid,
  assessor_name text not null default '',
  submitted_at timestamptz,
  agreed_by uuid,
  agreed_by_name text not null default '',
  agreed_at timestamptz,
  changed_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, child_id) references children,
  foreign key (authority_id, application_id) references applications,
  foreign key (authority_id, asked_by) references people,
  foreign key (authority_id, assessor_id) references people,
  foreign key (authority_id, agreed_by) references people,
  constraint assessment_source check ((source = 'application') = (application_id is not null)),
  constraint assessment_carer check ((kind = 'parent-carer') = (carer_name <> '')),
  constraint assessment_has_assessor check (state in ('asked', 'closed') or assessor_id is not null),
  constraint assessment_submitted check (state not in ('submitted', 'agreed') or submitted_at is not null),
  constraint assessment_agreed check ((state = 'agreed') = (agreed_by is not null and agreed_at is not null)),
  -- Nobody agrees their own assessment.
  constraint assessor_is_not_approver check (agreed_by <> assessor_id)
);
create unique index assessments_reference on assessments (authority_id, reference);
-- One open assessment of a kind for a child, and for each carer; one for an application.
create unique index one_open_assessment on assessments (authority_id, child_id, kind, carer_name)
  where state in ('asked', 'in-progress', 'submitted');
create unique index one_assessment_an_application on assessments (authority_id, application_id)
  where state in ('asked', 'in-progress', 'submitted');
create index assessments_by_state on assessments (authority_id, state, due_on);
create index assessments_by_child on assessments (authority_id, child_id, asked_at desc);
create index assessments_by_household on assessments (authority_id, household_id);
call close_to_authority('assessments', 'select, insert, update');
call close_to_household('assessments');
create policy asked_by_family on assessments as restrictive for insert to daybreak_app
  with check (app_is_staff() or (source = 'family' and state = 'asked' and asked_by = app_person()));
create policy own_as_carer on assessments as restrictive to daybreak_app
  using (app_is_staff() or kind = 'child-and-family' or for_person_id = app_person())
  with check (app_is_staff() or kind = 'child-and-family' or for_person_id = app_person());
create policy changed_by_staff on assessments as restrictive for update to daybreak_app using (app_is_staff());

-- The siblings and the carers whose needs it looks at, each by name.
create table assessment_people (
  authority_id uuid not null references authorities,
  id uuid not null,
  assessment_id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('sibling', 'carer')),
  name text not null check (btrim(name) <> ''),
  about text not null default '',
  added_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, assessment_id) references assessments
);
create index assessment_people_in_order on assessment_people (authority_id, assessment_id, kind, added_at, id);
call close_to_authority('assessment_people', 'select, insert');
call keep_append_only('assessment_people');
call close_to_household('assessment_people');
create policy of_the_assessment on assessment_people as restrictive to daybreak_app
  using (app_is_staff() or assessment_id in (select a.id from assessments a));
create policy written_by_staff on assessment_people as restrictive for insert to daybreak_app with check (app_is_staff());

-- Each saving of a section. The newest version is what holds.
create table assessment_sections (
  authority_id uuid not null references authorities,
  assessment_id uuid not null,
  section text not null,
  version integer not null check (version > 0),
  household_id uuid not null,
  -- The sibling or the carer that it is about.
  about_id uuid,
  words text not null,
  -- Kept from the family's copy: what would put somebody at risk if it were read.
  is_withheld boolean not null default false,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (authority_id, assessment_id, section, version),
  foreign key (authority_id, assessment_id) references assessments,
  foreign key (authority_id, about_id) references assessment_people,
  foreign key (authority_id, written_by) references people
);
call close_to_authority('assessment_sections', 'select, insert');
call keep_append_only('assessment_sections');
call close_to_household('assessment_sections');
-- A family reads what is finished and not withheld; practitioners alone write.
create policy shared_with_family on assessment_sections as restrictive for select to daybreak_app
  using (app_is_staff() or (not is_withheld
    and assessment_id in (select a.id from assessments a where a.state in ('submitted', 'agreed'))));
create policy written_by_staff on assessment_sections as restrictive for insert to daybreak_app with check (app_is_staff());

create table assessment_visits (
  authority_id uuid not null references authorities,
  id uuid not null,
  assessment_id uuid not null,
  household_id uuid not null,
  visited_on date not null,
  place text not null,
  people_seen text not null,
  was_child_seen boolean not null,
  words text not null default '',
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, assessment_id) references assessments,
  foreign key (authority_id, recorded_by) references people
);
create index assessment_visits_in_order on assessment_visits (authority_id, assessment_id, visited_on, id);
call close_to_authority('assessment_visits', 'select, insert');
call keep_append_only('assessment_visits');
call close_to_household('assessment_visits');
create policy of_the_assessment on assessment_visits as restrictive to daybreak_app
  using (app_is_staff() or assessment_id in (select a.id from assessments a));
create policy written_by_staff on assessment_visits as restrictive for insert to daybreak_app with check (app_is_staff());

-- What the family says about its copy: stands beside what was written, and replaces nothing.
create table assessment_comments (
  authority_id uuid not null references authorities,
  id uuid not null,
  assessment_id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('comment', 'correction', 'agrees')),
  words text not null default '',
  person_id uuid not null,
  person_name text not null,
  said_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, assessment_id) references assessments,
  foreign key (authority_id, person_id) references people,
  constraint comment_says_something check (kind = 'agrees' or btrim(words) <> '')
);
create index assessment_comments_in_order on assessment_comments (authority_id, assessment_id, said_at, id);
call close_to_authority('assessment_comments', 'select, insert');
call keep_append_only('assessment_comments');
call close_to_household('assessment_comments');
create policy of_the_assessment on assessment_comments as restrictive to daybreak_app
  using (app_is_staff() or assessment_id in (select a.id from assessments a));
create policy own_words on assessment_comments as restrictive for insert to daybreak_app with check (person_id = app_person());

-- What was done with it, by whom and when: asked, taken up, handed in, given back, agreed, closed.
create table assessment_steps (
  authority_id uuid not null references authorities,
  id uuid not null,
  assessment_id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('asked', 'taken-up', 'submitted', 'returned', 'agreed', 'closed')),
  words text not null default '',
  person_id uuid not null,
  person_name text not null,
  done_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, assessment_id) references assessments,
  constraint returned_says_why check (kind not in ('returned', 'closed') or btrim(words) <> '')
);
create index assessment_steps_in_order on assessment_steps (authority_id, assessment_id, done_at, id);
call close_to_authority('assessment_steps', 'select, insert');
call keep_append_only('assessment_steps');
call close_to_household('assessment_steps');
create policy of_the_assessment on assessment_steps as restrictive to daybreak_app
  using (app_is_staff() or (kind in ('asked', 'submitted', 'agreed') and assessment_id in (select a.id from assessments a)));

-- The constraint above knows the assessor of today. Who wrote a section before the case changed hands, or handed
-- it in, agrees it neither; and what is agreed stays as it is.
create function refuse_own_agreement() returns trigger language plpgsql as $$
begin
  if old.state in ('agreed', 'closed') then
    raise exception 'what is agreed or closed is not changed' using errcode = '42501';
  end if;
  if new.agreed_by is not null and (
    exists (select 1 from assessment_sections s where s.authority_id = new.authority_id and s.assessment_id = new.id and s.written_by = new.agreed_by)
    or exists (select 1 from assessment_steps t where t.authority_id = new.authority_id and t.assessment_id = new.id
      and t.kind in ('taken-up', 'submitted') and t.person_id = new.agreed_by)) then
    raise exception 'who wrote a part of an assessment does not agree it' using errcode = '23514', constraint = 'assessor_is_not_approver';
  end if;
  return new;
end $$;
create trigger own_agreement before update on assessments for each row execute function refuse_own_agreement();
