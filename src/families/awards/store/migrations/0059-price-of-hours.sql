-- What one hour, or one night, of an award costs: what a plan says of it. The money that is promised for an award of
-- hours or nights follows from it; where nobody gave a price, no money is promised.

alter table awards add column unit_pence bigint check (unit_pence is null or (unit_pence >= 0 and amount_pence is null));
