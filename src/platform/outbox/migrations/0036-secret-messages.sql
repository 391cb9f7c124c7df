-- A message that lets whoever reads it sign in is not kept once it has been sent.
alter table messages add column is_secret boolean not null default false;
