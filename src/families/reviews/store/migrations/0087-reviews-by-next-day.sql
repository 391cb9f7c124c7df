-- The first reviews of a large council are read from an index, in the order of their days.
create index review_records_by_next_day on review_records (authority_id, next_on, award_id) where next_on is not null;
create index awards_by_start_under_law on awards (authority_id, starts_on, id) where legal_basis is not null;
create index awards_by_review_in_order on awards (authority_id, review_on, id);
drop index awards_by_review;
