-- Money promised, by fund and financial year. Only added to: a mistake is put right by an entry against it.

create table ledger_entries (
  authority_id uuid not null references authorities,
  id uuid not null,
  fund text not null,
  financial_year text not null check (financial_year ~ '^\d{4}-\d{2}$'),
  kind text not null check (kind in ('commitment', 'release')),
  amount_pence bigint not null check ((kind = 'commitment' and amount_pence > 0) or (kind = 'release' and amount_pence < 0)),
  award_id uuid not null,
  child_id uuid not null,
  dated_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (authority_id, id)
);
create unique index one_commitment_an_award on ledger_entries (authority_id, award_id) where kind = 'commitment';
create index ledger_entries_by_year on ledger_entries (authority_id, fund, financial_year);
call close_to_authority('ledger_entries', 'select, insert');
call keep_append_only('ledger_entries');
create policy staff_ledger on ledger_entries as restrictive to daybreak_app using (app_is_staff()) with check (app_is_staff());
