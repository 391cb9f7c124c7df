-- What a row said when it was last loaded, so that a changed row adds just what changed in it, and what somebody
-- recorded here since is not overwritten by what the other system never touched.
alter table imported_children add column said jsonb not null;
alter table imported_children drop column row_hash;
