-- A family is known by its e-mail address. A practitioner is known by what the council's sign-in service calls
-- them, and never by an address: addresses are handed on from one who leaves to one who comes.
drop index people_email;
create unique index people_family_email on people (authority_id, lower(email)) where kind = 'family';
create index people_practitioner_email on people (authority_id, lower(email)) where kind = 'practitioner';

-- An attempt to sign in by the council's service is kept, sealed, in the browser's own cookie.
drop table openid_attempts;
