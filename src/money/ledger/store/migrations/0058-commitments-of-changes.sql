-- An award that becomes more commits more money: one commitment for the award itself, and one for each change
-- of it. So does a release, which gives back what a change leaves unused.

alter table ledger_entries add column change_id uuid;
drop index one_commitment_an_award;
create unique index one_commitment_an_award on ledger_entries (authority_id, award_id) where kind = 'commitment' and change_id is null;
create unique index one_entry_a_change on ledger_entries (authority_id, change_id, financial_year, kind) where change_id is not null;
create index ledger_entries_by_award on ledger_entries (authority_id, award_id);
