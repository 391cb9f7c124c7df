-- That a listing's provider was told on a day that something may be wrong: once a day is enough, however many report it.
create table listing_problems_told (
  authority_id uuid not null references authorities,
  listing_slug text not null,
  on_day date not null,
  primary key (authority_id, listing_slug, on_day),
  foreign key (authority_id, listing_slug) references listings (authority_id, slug)
);
call close_to_authority('listing_problems_told', 'select, insert');
