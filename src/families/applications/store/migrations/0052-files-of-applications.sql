-- Which application a file was handed in for, so that one which was taken out again can be found and destroyed.
alter table files add column handed_in_for uuid;
create index files_handed_in on files (authority_id, created_at) where handed_in_for is not null and removed_at is null;

-- Whether a sealed file on the disk still has a record, whichever council's it is: only what has none is destroyed.
create policy of_the_owner on files for select to current_user using (true);
create function recorded_files(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select f.id from files f where f.id = any(ids) and f.removed_at is null $$;
