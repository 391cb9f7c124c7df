import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { feedsOf } from '../feeds-file.ts';
import { countRows, keepImport, moveImport } from '../store/imports.ts';
import { chooseAlike } from '../store/rows-to-take.ts';
import { takeInSheet } from '../take-in.ts';
import { importOfVisit } from './import-of-visit.ts';

const all = '/practitioners/listings/import';

/** Takes a spreadsheet in to be looked at. Nothing is loaded. */
export async function uploadSheet(visit: Visit): Promise<Answer> {
  const upload = visit.uploads.find(({ field }) => field === 'file');
  if (upload === undefined) return wrong(refusal('missing', 'Choose the spreadsheet', 'file'));
  if (upload.tooBig)
    return wrong(refusal('too-big', 'The file is larger than 10MB. Send it in several', 'file'));
  const { transaction, authority, clock } = visit;
  const taken = await takeInSheet(
    { transaction, authority, now: clock.now(), today: clock.today() },
    { name: upload.name, bytes: upload.bytes, by: signedIn(visit).id },
  );
  if (!taken.ok) return wrong(taken);
  visit.concerns('listing-import', taken.value);
  return redirect(`${all}/${taken.value}`);
}

/** Asks for a feed of the council's file to be fetched; a job does it within a minute or two. */
export async function askForFeed(visit: Visit): Promise<Answer> {
  const name = firstValue(visit.form, 'feed');
  const feed = feedsOf(visit.authority).find((one) => one.name === name);
  if (feed === undefined) return wrong(refusal('missing', 'Choose a feed', 'feed'));
  const id = await keepImport(visit.transaction, {
    authorityId: visit.authority.id,
    kind: 'feed',
    name: feed.name,
    state: 'fetching',
    rowCount: 0,
    by: signedIn(visit).id,
    at: visit.clock.now(),
  });
  visit.concerns('listing-import', id);
  return redirect(`${all}/${id}`);
}

const settledBefore = refusal(
  'settled',
  'Somebody has settled this import already. Look at where it stands now',
);

/** Accepts an import as it was looked at, without its wrong rows only where somebody said so; or sets it aside. */
export async function settleListingImport(visit: Visit): Promise<Answer> {
  const one = await importOfVisit(visit);
  if (one === null) return notFound('this import');
  const { transaction, authority, clock, form } = visit;
  const named = { authorityId: authority.id, importId: one.id };
  const settled = { by: signedIn(visit).id, at: clock.now() };
  const here = `${all}/${one.id}`;
  if (firstValue(form, 'what') === 'set-aside') {
    const isSet = await moveImport(transaction, {
      ...named,
      from: 'waiting',
      to: 'set-aside',
      set: { settled },
    });
    return isSet ? redirect(here) : wrong(settledBefore);
  }
  const { counts } = await countRows(transaction, named);
  if (counts.wrong > 0 && firstValue(form, 'leaveOut') !== 'yes')
    return wrong(
      refusal(
        'wrong-rows',
        `${counts.wrong === 1 ? '1 row is' : `${counts.wrong} rows are`} wrong. Say that they are left out, or mend the file and send it again`,
        'leaveOut',
      ),
    );
  const isAccepted = await moveImport(transaction, {
    ...named,
    from: 'waiting',
    to: 'accepted',
    set: { settled },
  });
  if (!isAccepted) return wrong(settledBefore);
  const alike = form.get('alike') ?? [];
  const numbers = alike.filter((text) => /^\d{1,6}$/.test(text)).map(Number);
  await chooseAlike(transaction, { ...named, numbers: alike.includes('all') ? 'all' : numbers });
  visit.concerns('listing-import', one.id, { ...counts });
  return redirect(here);
}
