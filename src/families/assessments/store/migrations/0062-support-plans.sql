-- What will be done about what an assessment found. Each line says need, outcome, support, amount, cost and why;
-- a line that lacks one of them can be kept as a draft and never as complete.

create table support_plans (
  authority_id uuid not null references authorities,
  id uuid not null,
  reference text not null,
  household_id uuid not null,
  child_id uuid not null,
  assessment_id uuid not null,
  written_by uuid not null,
  written_by_name text not null,
  state text not null check (state in ('draft', 'ready', 'at-panel', 'agreed', 'closed')),
  starts_on date not null,
  ends_on date not null,
  -- The sum of its lines, as it was made ready.
  yearly_pence bigint check (yearly_pence >= 0),
  -- Why a manager may not agree it alone, where it went to the panel.
  panel_because text not null default '',
  agreed_by uuid,
  agreed_by_name text not null default '',
  agreed_at timestamptz,
  agreed_words text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, household_id) references households,
  foreign key (authority_id, child_id) references children,
  foreign key (authority_id, assessment_id) references assessments,
  foreign key (authority_id, written_by) references people,
  foreign key (authority_id, agreed_by) references people,
  constraint plan_period check (ends_on >= starts_on),
  constraint plan_agreed check ((state = 'agreed') = (agreed_by is not null and agreed_at is not null)),
  constraint plan_has_cost check (state in ('draft', 'closed') or yearly_pence is not null),
  constraint plan_to_panel_says_why check (state <> 'at-panel' or panel_because <> ''),
  constraint writer_is_not_approver check (agreed_by <> written_by)
);
create unique index support_plans_reference on support_plans (authority_id, reference);
create unique index one_open_plan on support_plans (authority_id, child_id) where state in ('draft', 'ready', 'at-panel');
create index support_plans_by_state on support_plans (authority_id, state, changed_at);
create index support_plans_by_child on support_plans (authority_id, child_id, created_at desc);
create index support_plans_by_household on support_plans (authority_id, household_id);
call close_to_authority('support_plans', 'select, insert, update');
call close_to_household('support_plans');
create policy written_by_staff on support_plans as restrictive for insert to daybreak_app with check (app_is_staff());
create policy changed_by_staff on support_plans as restrictive for update to daybreak_app using (app_is_staff());

-- How often a rhythm comes in a year.
create function times_a_year(per text) returns integer language sql immutable
  as $$ select case per when 'week' then 52 when 'four-weeks' then 13 when 'month' then 12 when 'year' then 1 when 'period' then 1 end $$;

create table plan_lines (
  authority_id uuid not null references authorities,
  id uuid not null,
  plan_id uuid not null,
  household_id uuid not null,
  position integer not null check (position > 0),
  is_complete boolean not null default false,
  need text not null default '',
  outcome text not null default '',
  support text not null default '',
  why text not null default '',
  amount_pence bigint check (amount_pence > 0),
  minutes bigint check (minutes > 0),
  nights integer check (nights > 0),
  per text check (per in ('period', 'week', 'four-weeks', 'month', 'year')),
  -- What an hour or a night costs; a line of money has none.
  unit_pence bigint check (unit_pence > 0),
  -- Staff for each child, in twelfths of one member of staff.
  ratio_twelfths integer check (ratio_twelfths > 0),
  yearly_pence bigint check (yearly_pence >= 0),
  break_kind text check (break_kind in ('grant', 'club', 'holiday', 'enabler', 'homecare', 'overnight', 'other')),
  way text check (way in ('one-off-payment', 'direct-payment', 'prepaid-card', 'managed-account', 'commissioned', 'spot', 'in-house')),
  paid_by text not null default 'council' check (paid_by in ('council', 'health', 'education', 'joint')),
  legal_basis text check (legal_basis in ('section-17', 'section-20')),
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references support_plans,
  constraint plan_line_one_measure check (num_nonnulls(amount_pence, minutes, nights) <= 1),
  constraint plan_line_complete check (not is_complete or (
    btrim(need) <> '' and btrim(outcome) <> '' and btrim(support) <> '' and btrim(why) <> ''
    and num_nonnulls(amount_pence, minutes, nights) = 1 and per is not null and yearly_pence is not null
    and break_kind is not null and way is not null
    and (nights is null or legal_basis is not null))),
  -- The cost is worked out, never typed: amount, or hours or nights by their price, as often as they come in a year.
  constraint plan_line_cost check (yearly_pence is null
    or coalesce(yearly_pence = amount_pence * times_a_year(per), false)
    or coalesce(yearly_pence = nights * unit_pence * times_a_year(per), false)
    or coalesce(yearly_pence = (2 * minutes * unit_pence * times_a_year(per) + 60) / 120, false))
);
create index plan_lines_in_order on plan_lines (authority_id, plan_id, position, id);
call close_to_authority('plan_lines', 'select, insert, update, delete');
call close_to_household('plan_lines');
create policy shared_with_family on plan_lines as restrictive for select to daybreak_app
  using (app_is_staff() or plan_id in (select p.id from support_plans p where p.state in ('ready', 'at-panel', 'agreed')));
create policy written_by_staff on plan_lines as restrictive for insert to daybreak_app with check (app_is_staff());
create policy changed_by_staff on plan_lines as restrictive for update to daybreak_app using (app_is_staff());
create policy removed_by_staff on plan_lines as restrictive for delete to daybreak_app using (app_is_staff());

-- Everything that was done with a plan; each saved line stands here as it was.
create table plan_steps (
  authority_id uuid not null references authorities,
  id uuid not null,
  plan_id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('begun', 'line-saved', 'line-removed', 'made-ready', 'to-panel', 'returned', 'agreed', 'paid', 'closed')),
  words text not null default '',
  record jsonb not null default '{}',
  person_id uuid not null,
  person_name text not null,
  done_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references support_plans,
  constraint plan_returned_says_why check (kind not in ('returned', 'closed') or btrim(words) <> '')
);
create index plan_steps_in_order on plan_steps (authority_id, plan_id, done_at, id);
call close_to_authority('plan_steps', 'select, insert');
call keep_append_only('plan_steps');
call close_to_household('plan_steps');
create policy staff_steps on plan_steps as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

-- What the family says of its copy, and how it would like to have each line that may be a direct payment.
create table plan_comments (
  authority_id uuid not null references authorities,
  id uuid not null,
  plan_id uuid not null,
  household_id uuid not null,
  answer text not null check (answer in ('agrees', 'does-not-agree', 'comment')),
  words text not null default '',
  person_id uuid not null,
  person_name text not null,
  said_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references support_plans,
  foreign key (authority_id, person_id) references people
);
create index plan_comments_in_order on plan_comments (authority_id, plan_id, said_at, id);
call close_to_authority('plan_comments', 'select, insert');
call keep_append_only('plan_comments');
call close_to_household('plan_comments');
create policy own_words on plan_comments as restrictive for insert to daybreak_app with check (person_id = app_person());

create table plan_line_wishes (
  authority_id uuid not null references authorities,
  id uuid not null,
  plan_id uuid not null,
  line_id uuid not null,
  household_id uuid not null,
  wish text not null check (wish in ('direct-payment', 'arranged', 'not-sure')),
  person_id uuid not null,
  said_at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references support_plans
);
create index plan_line_wishes_by_plan on plan_line_wishes (authority_id, plan_id, said_at, id);
call close_to_authority('plan_line_wishes', 'select, insert');
call keep_append_only('plan_line_wishes');
call close_to_household('plan_line_wishes');
create policy own_words on plan_line_wishes as restrictive for insert to daybreak_app with check (person_id = app_person());

-- Who arranged the payments of an agreed plan.
create table plan_payments (
  authority_id uuid not null references authorities,
  plan_id uuid not null,
  household_id uuid not null,
  arranged_by uuid not null,
  arranged_by_name text not null,
  arranged_at timestamptz not null,
  words text not null default '',
  primary key (authority_id, plan_id),
  foreign key (authority_id, plan_id) references support_plans,
  foreign key (authority_id, arranged_by) references people
);
call close_to_authority('plan_payments', 'select, insert');
call keep_append_only('plan_payments');
call close_to_household('plan_payments');
create policy staff_payments on plan_payments as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());

-- Whoever assessed or wrote: of the assessment beneath it, and of any line.
create function has_written_plan(the_authority uuid, the_plan uuid, person uuid) returns boolean language sql stable as $$
  select exists (select 1 from support_plans p where p.authority_id = the_authority and p.id = the_plan and p.written_by = person)
    or exists (select 1 from plan_steps s where s.authority_id = the_authority and s.plan_id = the_plan
      and s.kind in ('begun', 'line-saved', 'line-removed', 'made-ready') and s.person_id = person)
    or exists (select 1 from support_plans p join assessments a on a.authority_id = p.authority_id and a.id = p.assessment_id
      where p.authority_id = the_authority and p.id = the_plan and a.assessor_id = person)
    or exists (select 1 from support_plans p join assessment_sections a on a.authority_id = p.authority_id and a.assessment_id = p.assessment_id
      where p.authority_id = the_authority and p.id = the_plan and a.written_by = person)
$$;

create function hold_plan() returns trigger language plpgsql as $$
declare
  lines integer;
  drafts integer;
  total bigint;
begin
  if old.state in ('agreed', 'closed') then
    raise exception 'what is agreed or closed is not changed' using errcode = '42501';
  end if;
  if new.state in ('ready', 'at-panel', 'agreed') then
    select count(*), count(*) filter (where not l.is_complete), coalesce(sum(l.yearly_pence), 0)
      into lines, drafts, total from plan_lines l where l.authority_id = new.authority_id and l.plan_id = new.id;
    if lines = 0 or drafts > 0 then
      raise exception 'a plan with a line that is not complete is not ready' using errcode = '23514', constraint = 'plan_lines_complete';
    end if;
    if new.yearly_pence <> total then
      raise exception 'a plan costs what its lines cost' using errcode = '23514', constraint = 'plan_costs_its_lines';
    end if;
  end if;
  if new.agreed_by is not null and has_written_plan(new.authority_id, new.id, new.agreed_by) then
    raise exception 'who assessed or wrote does not agree' using errcode = '23514', constraint = 'writer_is_not_approver';
  end if;
  return new;
end $$;
create trigger plan_held before update on support_plans for each row execute function hold_plan();

-- Lines change while their plan is a draft, and at no other time.
create function hold_plan_lines() returns trigger language plpgsql as $$
declare
  the_state text;
  the_line plan_lines;
begin
  if tg_op = 'DELETE' then the_line := old; else the_line := new; end if;
  select p.state into the_state from support_plans p where p.authority_id = the_line.authority_id and p.id = the_line.plan_id for share;
  if the_state is distinct from 'draft' then
    raise exception 'lines change while their plan is a draft' using errcode = '23514', constraint = 'plan_is_draft';
  end if;
  return the_line;
end $$;
create trigger plan_lines_held before insert or update or delete on plan_lines for each row execute function hold_plan_lines();

create function refuse_own_payment() returns trigger language plpgsql as $$
begin
  if has_written_plan(new.authority_id, new.plan_id, new.arranged_by)
    or exists (select 1 from support_plans p where p.authority_id = new.authority_id and p.id = new.plan_id
      and (p.state <> 'agreed' or p.agreed_by = new.arranged_by)) then
    raise exception 'who assessed or agreed does not pay' using errcode = '23514', constraint = 'approver_is_not_payer';
  end if;
  return new;
end $$;
create trigger own_payment before insert on plan_payments for each row execute function refuse_own_payment();
