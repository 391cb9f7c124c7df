-- A second parent's account, evidence of more kinds, and the reminder before it lapses.

-- The first parent invites the second by e-mail. Where the second says that they hold parental responsibility,
-- an officer confirms it before the account sees anything.
create table household_invitations (
  authority_id uuid not null references authorities,
  id uuid not null,
  household_id uuid not null,
  name text not null,
  email text not null,
  relationship text not null,
  claims_responsibility boolean not null,
  code_hash text not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  settled_by uuid,
  settled_at timestamptz,
  outcome text check (outcome in ('joined', 'refused', 'taken-back')),
  reason text,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households,
  constraint settled_whole check ((outcome is null) = (settled_at is null))
);
create index household_invitations_by_household on household_invitations (authority_id, household_id);
create index household_invitations_by_email on household_invitations (authority_id, lower(email));
call close_to_authority('household_invitations', 'select, insert, update');
create policy own_invitations on household_invitations as restrictive to daybreak_app
  using (app_is_staff() or household_id in (select h.household_id from household_accounts h where h.person_id = app_person())
    or lower(email) = (select lower(p.email) from people p where p.id = app_person() and p.kind = 'family'))
  with check (app_is_staff() or household_id in (select h.household_id from household_accounts h where h.person_id = app_person())
    or lower(email) = (select lower(p.email) from people p where p.id = app_person() and p.kind = 'family'));
create policy owner_looks on household_invitations for select to current_user using (true);

-- Whether an account was let in by an invitation: its own, accepted in time, with nothing left to confirm.
create function is_invited_in(the_authority uuid, the_household uuid, the_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from household_invitations i
      join people p on p.authority_id = i.authority_id and p.id = the_person and p.kind = 'family' and lower(p.email) = lower(i.email)
    where i.authority_id = the_authority and i.household_id = the_household and i.accepted_by = the_person
      and i.accepted_at < i.expires_at and i.outcome is null and not i.claims_responsibility)
    and the_household not in (select barred_households(the_authority, the_person)) $$;
alter policy first_account on household_accounts
  with check (app_is_staff() or not household_has_account(authority_id, household_id)
    or is_invited_in(authority_id, household_id, person_id));

-- Which kinds of evidence there are is dated data of England; what a letter of other kinds shows, words say.
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check check (kind ~ '^[a-z][a-z-]{1,40}$');
alter table evidence add column shows text not null default '';
alter table evidence add column recorded_by uuid;
create index evidence_that_lapses on evidence (authority_id, holds_until) where holds_until is not null;

-- That a family was reminded, so that nobody is reminded twice.
create table evidence_reminders (
  authority_id uuid not null references authorities,
  evidence_id uuid not null,
  weeks_before integer not null check (weeks_before > 0),
  sent_at timestamptz not null,
  primary key (authority_id, evidence_id, weeks_before),
  foreign key (authority_id, evidence_id) references evidence
);
call close_to_authority('evidence_reminders', 'select, insert');
call keep_append_only('evidence_reminders');
create policy staff_reminders on evidence_reminders as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());
