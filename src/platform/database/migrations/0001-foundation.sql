-- The foundation: who asks (set for each transaction), the role that row-level security binds, and the two
-- functions with which every later table is closed.

do $$
begin
  create role daybreak_app nologin noinherit nobypassrls;
exception
  -- Roles belong to the whole server: another database of it may have made this one, even at this moment.
  when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  if not pg_has_role(current_user, 'daybreak_app', 'member') then
    execute format('grant daybreak_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to daybreak_app;

create function app_authority() returns uuid language sql stable
  as $$ select nullif(current_setting('app.authority_id', true), '')::uuid $$;

create function app_person() returns uuid language sql stable
  as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;

create function app_standing() returns text language sql stable
  as $$ select coalesce(nullif(current_setting('app.standing', true), ''), 'public') $$;

-- Closes a table: its rows belong to an authority, and the service may do just what `privileges` says.
create procedure close_to_authority(the_table regclass, privileges text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', the_table);
  execute format('alter table %s force row level security', the_table);
  execute format('create policy of_the_authority on %s to daybreak_app
    using (authority_id = app_authority()) with check (authority_id = app_authority())', the_table);
  execute format('grant %s on %s to daybreak_app', privileges, the_table);
end $$;

-- Refuses what would rewrite history, whoever asks.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = '42501';
end $$;

create procedure keep_append_only(the_table regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s
    for each row execute function refuse_rewriting()', the_table);
  execute format('create trigger append_only_whole before truncate on %s
    for each statement execute function refuse_rewriting()', the_table);
end $$;

create table authorities (
  authority_id uuid primary key,
  slug text not null unique,
  name text not null,
  created_at timestamptz not null default now()
);
call close_to_authority('authorities', 'select');
