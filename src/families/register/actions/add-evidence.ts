import { z } from 'zod';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { choice, date, optionalChoice, optionalDate, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { childOfVisit, mayChange, visitorOf } from '../child-visit.ts';
import {
  type BenefitRates,
  dlaCareRates,
  dlaMobilityRates,
  evidenceKinds,
  pipRates,
} from '../domain/register.ts';
import { addEvidence } from '../store/add-evidence.ts';
import { recordEvidenceFile } from '../store/files.ts';

const form = z.object({
  kind: choice(evidenceKinds, 'Choose what it is'),
  datedOn: date('Date on the letter'),
  holdsUntil: optionalDate('Last day'),
  shows: words({ name: 'What it says', max: 500 }),
  dlaCare: optionalChoice(dlaCareRates),
  dlaMobility: optionalChoice(dlaMobilityRates),
  pipDaily: optionalChoice(pipRates),
  pipMobility: optionalChoice(pipRates),
});

/** The rates that the letter says; a benefit letter without them would say nothing. */
function ratesOf(said: z.output<typeof form>): BenefitRates | Refusal {
  const { kind, dlaCare, dlaMobility, pipDaily, pipMobility } = said;
  const none = { dlaCare: null, dlaMobility: null, pipDaily: null, pipMobility: null };
  if (kind === 'dla-letter') {
    if (dlaCare === null) return refusal('missing', 'Choose the care rate, or “None”', 'dlaCare');
    if (dlaMobility === null) return refusal('missing', 'Choose the mobility rate, or “None”', 'dlaMobility');
    return { ...none, dlaCare, dlaMobility };
  }
  if (kind === 'pip-letter') {
    if (pipDaily === null) return refusal('missing', 'Choose the daily living rate, or “None”', 'pipDaily');
    if (pipMobility === null) return refusal('missing', 'Choose the mobility rate, or “None”', 'pipMobility');
    return { ...none, pipDaily, pipMobility };
  }
  return none;
}

/** Takes in the file of the form, where there is one. */
async function fileOf(visit: Visit): Promise<{ readonly id: string | null } | Refusal> {
  const upload = visit.uploads.find(({ field }) => field === 'file');
  if (upload === undefined) return { id: null };
  const taken = await visit.files.takeIn(upload);
  if (!taken.ok) return refusal(taken.code, taken.message, 'file');
  const file = taken.value;
  await recordEvidenceFile(visit.transaction, {
    authorityId: visit.authority.id,
    id: file.id,
    personId: visitorOf(visit).id,
    name: file.displayName,
    mediaType: file.mediaType,
    bytes: file.size,
    sha256: file.sha256,
    at: visit.clock.now(),
  });
  visit.note({ event: 'file.handed-in', subject: { kind: 'file', id: file.id } });
  return { id: file.id };
}

/** Adds a letter about a child. A family sends the file; a practitioner may have only seen it. */
export async function addEvidenceOfChild(visit: Visit): Promise<Answer> {
  const child = await childOfVisit(visit);
  const isFamily = visitorOf(visit).kind === 'family';
  if (child === null || (isFamily && !(await mayChange(visit, child)))) return notFound();
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { kind, datedOn, holdsUntil, shows } = parsed.value;
  if (Temporal.PlainDate.compare(datedOn, visit.clock.today()) > 0)
    return wrong(refusal('in-future', 'Date on the letter cannot be in the future', 'datedOn'));
  if (holdsUntil !== null && Temporal.PlainDate.compare(holdsUntil, datedOn) < 0)
    return wrong(refusal('ends-first', 'The last day cannot be before the date on the letter', 'holdsUntil'));
  const rates = ratesOf(parsed.value);
  if ('ok' in rates) return wrong(rates);
  const file = await fileOf(visit);
  if ('ok' in file) return wrong(file);
  if (isFamily && file.id === null)
    return wrong(refusal('missing', 'Choose a photo or a file of the letter', 'file'));
  await addEvidence(visit.transaction, {
    authorityId: visit.authority.id,
    householdId: child.householdId,
    childId: child.id,
    at: visit.clock.now(),
    evidence: [
      {
        kind,
        datedOn,
        holdsFrom: datedOn,
        holdsUntil,
        shows,
        fileId: file.id,
        ...rates,
      },
    ],
  });
  visit.concerns('child', child.id, { evidence: kind });
  const base = isFamily ? '/account/children' : '/practitioners/children';
  return redirect(`${base}/${child.id}/evidence?added=yes`);
}
