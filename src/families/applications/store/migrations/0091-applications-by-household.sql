-- A family's own applications are looked up by its household.
create index applications_by_household on applications (authority_id, household_id);
