import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';
import { date, parseForm, readBy, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { childOfVisit } from '../child-visit.ts';
import { addressesOf, recordAddress } from '../store/addresses.ts';

const form = z.object({
  line1: words({ name: 'Address line 1', missing: 'Enter the first line of the address' }),
  line2: words({ name: 'Address line 2' }),
  town: words({ name: 'Town', missing: 'Enter the town' }),
  postcode: readBy(parsePostcode),
  fromOn: date('First day there'),
});

/** Records that a household has moved: the old address holds up to the first day at the new one. */
export async function recordMove(visit: Visit): Promise<Answer> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound();
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { postcode, fromOn, ...lines } = parsed.value;
  if (Temporal.PlainDate.compare(fromOn, visit.clock.today()) > 0)
    return wrong(refusal('in-future', 'First day there must be today or in the past', 'fromOn'));
  const of = { authorityId: visit.authority.id, householdId: child.householdId };
  const [last] = await addressesOf(visit.transaction, of);
  if (last !== undefined && Temporal.PlainDate.compare(fromOn, last.fromOn) < 0)
    return wrong(
      refusal(
        'before-last',
        'First day there cannot be before the household moved to its last address',
        'fromOn',
      ),
    );
  await recordAddress(visit.transaction, {
    ...of,
    address: { ...lines, postcode: postcode.text },
    district: locate(postcode)?.district ?? null,
    fromOn,
    at: visit.clock.now(),
  });
  visit.concerns('child', child.id, { moved: fromOn.toString() });
  return redirect(`/practitioners/children/${child.id}?done=moved`);
}
