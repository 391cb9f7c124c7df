-- Who was reminded to check a listing, and by which link they may say that it is still right. After how many months a
-- listing is not shown stands beside the directory's version, written from the authority's dated file.

alter table directory_state add column hidden_after_months integer not null default 12
  check (hidden_after_months between 1 and 60);

create table listing_reminders (
  authority_id uuid not null,
  listing_slug text not null,
  -- The check since which it is due, and the how-manieth reminder since then.
  checked_on date not null,
  step integer not null check (step > 0),
  sent_at timestamptz not null,
  -- Null where the listing names nobody to write to; staff see it in their list.
  sent_to text,
  token_hash text not null,
  used_at timestamptz,
  primary key (authority_id, listing_slug, checked_on, step, token_hash),
  unique (authority_id, token_hash),
  foreign key (authority_id, listing_slug) references listings (authority_id, slug)
);
create index listing_reminders_by_step on listing_reminders (authority_id, listing_slug, checked_on, step);
call close_to_authority('listing_reminders', 'select, insert, update');
-- A link is known to the job and to who holds it; staff see when reminders went out.
create policy by_link_or_staff on listing_reminders as restrictive for select to daybreak_app
  using (app_standing() in ('practitioner', 'system') or token_hash = current_setting('app.reminder_link', true));
create policy used_by_link on listing_reminders as restrictive for update to daybreak_app
  using (app_standing() = 'system' or token_hash = current_setting('app.reminder_link', true));
