import { refusal } from '#kernel/refusal.ts';
import { openListing } from '#offer/directory/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { type Answer, isLocalPath, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { MOST_KEPT, readSlugs, withKept, writeKept } from '../domain/kept-list.ts';
import { ownSlugs } from '../own-list.ts';

function backTo(visit: Visit): string {
  const back = firstValue(visit.form, 'back');
  return isLocalPath(back) && back.startsWith('/find') ? back : '/shortlist';
}

/** Keeps one or more listings in the visitor's browser. Refuses what is not in the directory, and more than fit. */
export async function keepListings(visit: Visit): Promise<Answer> {
  const wanted = readSlugs(visit.form.get('id') ?? []);
  const own = ownSlugs(visit);
  const authorityId = visit.authority.id;
  const known: string[] = [];
  for (const slug of wanted)
    if ((await openListing(visit.transaction, { authorityId, slug })) !== null) known.push(slug);
  if (known.length === 0)
    return wrong(refusal('unknown', 'This short break is not in the directory any more'));
  const kept = withKept(own, known);
  if (known.some((slug) => !kept.includes(slug)))
    return wrong(refusal('list-full', `Your list is full: it holds ${MOST_KEPT}. Take something off first`));
  visit.keepInBrowser('list', writeKept(kept));
  return redirect(backTo(visit));
}

/** Takes a listing off the list, or all of them. */
export async function dropListings(visit: Visit): Promise<Answer> {
  const dropped = firstValue(visit.form, 'id');
  const left = dropped === '' ? [] : ownSlugs(visit).filter((slug) => slug !== dropped);
  visit.keepInBrowser('list', writeKept(left));
  return redirect(backTo(visit));
}
