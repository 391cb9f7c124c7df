import { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { choice, date, firstValue, optionalDate, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { childOfVisit, visitorOf } from '../child-visit.ts';
import { plainName } from '../domain/own-household.ts';
import { type Child, fullName } from '../domain/register.ts';
import { childrenBornOn } from '../store/children.ts';
import { endApart, keepApart } from '../store/children-apart.ts';
import { addContactLimit, endContactLimit } from '../store/contact-limits.ts';
import { householdWith } from '../store/households.ts';

const limitForm = z.object({
  adult: words({ name: 'Adult', missing: 'Choose which adult' }),
  adultName: words({ name: 'Name' }),
  adultEmail: words({ name: 'Email address', max: 254 }),
  limit: choice(['order-bars', 'order-limits', 'bars', 'limits'], 'Choose what it is'),
  words: words({
    name: 'What everybody must know',
    missing: 'Say what everybody who works with the child must know',
    max: 1000,
  }),
  whoMayKnow: words({ name: 'Who may know', missing: 'Say who may know of it' }),
  fromOn: date('From'),
  untilOn: optionalDate('Until'),
});

type Kept = Refusal | readonly Refusal[] | null;

/** Whom the limit is about: a parent carer of the household, or somebody else by name. */
async function adultOf(visit: Visit, child: Child, said: z.output<typeof limitForm>) {
  if (said.adult === 'somebody-else')
    return said.adultName === ''
      ? refusal('missing', 'Enter the name of the adult', 'adultName')
      : {
          parentCarerId: null,
          adultName: said.adultName,
          adultEmail: said.adultEmail === '' ? null : said.adultEmail,
        };
  const household = await householdWith(visit.transaction, {
    authorityId: visit.authority.id,
    householdId: child.householdId,
  });
  const carer = household?.parentCarers.find(({ id }) => id === said.adult);
  return carer === undefined
    ? refusal('missing', 'Choose which adult', 'adult')
    : { parentCarerId: carer.id, adultName: carer.name, adultEmail: carer.email };
}

async function addLimit(visit: Visit, child: Child): Promise<Kept> {
  const parsed = parseForm(limitForm, visit.form);
  if (!parsed.ok) return parsed.refusals;
  const said = parsed.value;
  if (said.untilOn !== null && Temporal.PlainDate.compare(said.untilOn, said.fromOn) <= 0)
    return refusal('ends-first', 'Until must be after From', 'untilOn');
  const adult = await adultOf(visit, child, said);
  if ('ok' in adult) return adult;
  const limitId = await addContactLimit(visit.transaction, {
    authorityId: visit.authority.id,
    childId: child.id,
    ...adult,
    isCourtOrder: said.limit.startsWith('order-'),
    barsRecords: said.limit.endsWith('bars'),
    words: said.words,
    whoMayKnow: said.whoMayKnow,
    fromOn: said.fromOn,
    untilOn: said.untilOn,
    by: visitorOf(visit).id,
    at: visit.clock.now(),
  });
  visit.note({ event: 'contact-limit.recorded', subject: { kind: 'contact-limit', id: limitId } });
  return null;
}

type Ending = {
  readonly authorityId: string;
  readonly childId: string;
  readonly because: string;
  readonly by: string;
  readonly at: Temporal.Instant;
};

const endForm = z.object({ because: words({ name: 'Why it ends', missing: 'Say why it ends', max: 1000 }) });

function endedBy(end: (visit: Visit, id: string, ending: Ending) => Promise<boolean>) {
  return async (visit: Visit, child: Child): Promise<Kept> => {
    const id = firstValue(visit.form, 'id');
    const read = parseForm(endForm, visit.form);
    if (!read.ok) {
      const [first] = read.refusals;
      return refusal('missing', first?.message ?? 'Say why it ends', `because-${isId(id) ? id : ''}`);
    }
    const { because } = read.value;
    const ending = {
      authorityId: visit.authority.id,
      childId: child.id,
      because,
      by: visitorOf(visit).id,
      at: visit.clock.now(),
    };
    if (isId(id) && (await end(visit, id, ending))) return null;
    return refusal('changed-by-someone-else', 'It was ended already');
  };
}

const apartForm = z.object({
  otherName: words({ name: 'Name', missing: 'Enter the other child’s full name' }),
  otherBorn: date('The other child’s date of birth'),
  reason: words({ name: 'Why', missing: 'Say why they must be kept apart', max: 1000 }),
  saidBy: words({ name: 'Who says so', missing: 'Say who says so' }),
  reviewOn: date('The day to look at it again'),
});

async function addApart(visit: Visit, child: Child): Promise<Kept> {
  const parsed = parseForm(apartForm, visit.form);
  if (!parsed.ok) return parsed.refusals;
  const { otherName, otherBorn, ...said } = parsed.value;
  const authorityId = visit.authority.id;
  const born = await childrenBornOn(visit.transaction, { authorityId, bornOn: otherBorn });
  const found = born.filter(
    (one) => one.id !== child.id && plainName(fullName(one)) === plainName(otherName),
  );
  const [other] = found;
  if (other === undefined || found.length > 1)
    return refusal(
      'not-found',
      found.length > 1
        ? 'Two children have this name and birthday. Have the duplicate settled first'
        : 'No child of this name and birthday is known. Check both',
      'otherName',
    );
  if (Temporal.PlainDate.compare(said.reviewOn, visit.clock.today()) <= 0)
    return refusal('in-past', 'The day to look at it again must be in the future', 'reviewOn');
  const isKept = await keepApart(visit.transaction, {
    authorityId,
    childId: child.id,
    otherChildId: other.id,
    ...said,
    saidOn: visit.clock.today(),
    by: visitorOf(visit).id,
    at: visit.clock.now(),
  });
  return isKept ? null : refusal('already', 'These two are kept apart already', 'otherName');
}

const keepings: Readonly<Record<string, (visit: Visit, child: Child) => Promise<Kept>>> = {
  'add-limit': addLimit,
  'end-limit': endedBy((visit, limitId, ending) =>
    endContactLimit(visit.transaction, { ...ending, limitId }),
  ),
  'add-apart': addApart,
  'end-apart': endedBy((visit, apartId, ending) => endApart(visit.transaction, { ...ending, apartId })),
};

/** Records and ends what limits contact with a child, and whom it must not meet. */
export async function keepLimits(visit: Visit): Promise<Answer> {
  const child = await childOfVisit(visit);
  const what = firstValue(visit.form, 'what');
  const keeping = Object.hasOwn(keepings, what) ? keepings[what] : undefined;
  if (child === null || keeping === undefined) return notFound();
  const refused = await keeping(visit, child);
  if (refused !== null) return wrong(...[refused].flat());
  visit.concerns('child', child.id, { limits: what });
  return redirect(`/practitioners/children/${child.id}?done=limits`);
}
