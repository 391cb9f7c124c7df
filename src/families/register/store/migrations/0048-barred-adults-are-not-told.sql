-- To whom nothing about a household's children is sent: the adults whom an order bars today, by every address that
-- is known of them. Who asks need not be able to read the order.
create function barred_addresses(the_authority uuid, the_household uuid) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select lower(address) from (
    select l.adult_email, c.email, p.email
    from contact_limits l
      join children k on k.authority_id = l.authority_id and k.id = l.child_id and k.household_id = the_household
      left join parent_carers c on c.authority_id = l.authority_id and c.id = l.parent_carer_id
      left join people p on p.authority_id = c.authority_id and p.id = c.person_id
    where l.authority_id = the_authority and l.bars_records and l.ended_at is null
      and l.from_on <= (now() at time zone 'Europe/London')::date
      and (l.until_on is null or l.until_on > (now() at time zone 'Europe/London')::date)
  ) barred (told, carer, account), lateral unnest(array[told, carer, account]) address
  where address is not null $$;
