-- The queue of a large council is read page by page, each page from an index.

create index applications_queue_in_order on applications (authority_id, state, due_on, sent_at, id);
create index applications_by_change on applications (authority_id, state, changed_at desc, id desc);
create index applications_by_sending on applications (authority_id, sent_at desc, id desc)
  where state not in ('draft', 'withdrawn');
drop index applications_queue;
create index children_by_plain_name on children (authority_id, born_on, lower(given_name));
-- A year's sum is read from the index alone.
create index ledger_entries_by_year_with_amount on ledger_entries (authority_id, fund, financial_year) include (amount_pence);
drop index ledger_entries_by_year;
