-- How often a letter box asked in the last hours: "joe+1@" and "joe+2@" of a place are letters to one "joe@" there.
create function letter_box_of(address text) returns text language sql immutable
  as $$ select regexp_replace(lower(address), '\+[^@]*@', '@') $$;
create index alerts_by_letter_box on alerts (authority_id, letter_box_of(email));

create or replace function alerts_asked_for(address text, since timestamptz) returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*) from alerts where authority_id = app_authority()
    and letter_box_of(email) = letter_box_of(address) and asked_at > since $$;
