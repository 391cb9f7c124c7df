import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { optionalChoice, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { type Picture, pictures, type Variant, variants } from '../domain/statement.ts';
import { proseFaults } from '../prose-html.ts';
import { type By, insertDraft, insertRevision, openDraft } from '../store/drafts.ts';
import { versionLines } from '../store/versions.ts';
import { wholeDraft } from './whole-draft.ts';

/** Who does something now, as the stores keep it. */
export function byOf(visit: Visit): By {
  const { id, name } = signedIn(visit);
  return { id, name, at: visit.clock.now() };
}

/** Begins the next version. Refuses a second draft beside one that is open. */
export async function beginDraft(visit: Visit): Promise<Answer> {
  const { transaction, authority } = visit;
  if ((await openDraft(transaction, authority.id)) !== null)
    return wrong(refusal('draft-open', 'A draft is open already: work on that one.'));
  const [newest] = await versionLines(transaction, authority.id);
  const number = (newest?.number ?? 0) + 1;
  await insertDraft(transaction, { authorityId: authority.id, number, by: byOf(visit) });
  visit.concerns('statement', authority.id, { number });
  return redirect('/practitioners/statement');
}

const form = z.object({
  words: words({ name: 'The text', max: 30_000 }),
  picture: optionalChoice(Object.keys(pictures) as Picture[]),
  revision: words({ name: 'The revision', max: 9 }),
});

/** The text that an address names: "words" or "easy-read". */
export function variantIn(visit: Visit): Variant | null {
  return variants.find((one) => one === visit.params.variant) ?? null;
}

/**
 * Keeps a section's text as the next revision. Refuses a fact that there is not, a link that leads nowhere safe, and
 * what was begun before somebody else saved: both texts are then shown, and nothing is lost.
 */
export async function writeSection(visit: Visit): Promise<Answer> {
  const variant = variantIn(visit);
  const whole = await wholeDraft(visit);
  const section = whole?.sections.find(({ id }) => id === visit.params.section);
  if (whole === null || section === undefined || variant === null) return notFound('a section');
  if (variant === 'words' && section.composes !== null)
    return wrong(
      refusal('composed', 'The program composes this section. Change the directory or the scheme instead.'),
    );
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const now = section.texts[variant];
  if (read.value.revision !== String(now.revision))
    return wrong(
      refusal(
        'changed-by-someone-else',
        `${now.byName ?? 'Somebody'} saved this text while you wrote. Both are below: take over what you need, and save again.`,
        'words',
      ),
    );
  const faults = proseFaults(read.value.words, whole.references);
  if (faults.length > 0) return wrong(...faults);
  const address = `/practitioners/statement/sections/${section.id}/${variant}`;
  const picture = variant === 'easy-read' ? (read.value.picture ?? 'list') : null;
  if (read.value.words === now.words.trim() && picture === now.picture)
    return redirect(`${address}?told=same#preview`);
  await insertRevision(visit.transaction, {
    authorityId: visit.authority.id,
    number: whole.draft.number,
    section: section.id,
    variant,
    revision: now.revision + 1,
    words: read.value.words,
    picture,
    by: byOf(visit),
  });
  visit.concerns('statement', visit.authority.id, {
    number: whole.draft.number,
    section: section.id,
    variant,
  });
  return redirect(`${address}?told=saved#preview`);
}
