import { refusal } from '#kernel/refusal.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { draftOf, removeDraft } from '../drafts.ts';
import { faultsOf } from '../fill.ts';
import type { Template } from '../template.ts';
import { insertVersion } from '../versions.ts';
import { wordsInForce } from '../words-in-force.ts';
import { writerOf } from '../writer-of.ts';

/**
 * Publishes what a person has written: from this moment every letter or message of the kind has these words. Refuses
 * words that are the same as those in force, and a draft that is gone or no longer fits.
 */
export function publishWords(templates: readonly Template[]) {
  return async (visit: Visit) => {
    const template = templates.find(({ id }) => id === visit.params.template);
    if (template === undefined) return notFound('a letter');
    const by = writerOf(visit);
    const whose = { authorityId: visit.authority.id, templateId: template.id, personId: by.id };
    const draft = await draftOf(visit.transaction, whose);
    if (draft === null)
      return wrong(
        refusal(
          'no-draft',
          'There is nothing to publish: it has been published already, or not written yet.',
        ),
      );
    const faults = faultsOf(template, draft);
    if (faults.length > 0) return wrong(...faults.map((fault) => refusal('words-faulty', fault)));
    const at = visit.clock.now();
    const now = await wordsInForce(visit, { templateId: template.id, at });
    if (now.subject === draft.subject && now.body.trim() === draft.body.trim())
      return wrong(refusal('nothing-changed', 'These are the words that are in use already.'));
    await insertVersion(visit.transaction, { ...whose, ...draft, at, by });
    await removeDraft(visit.transaction, whose);
    visit.concerns('template', template.id);
    return redirect(`/practitioners/words/${template.id}?told=published`);
  };
}
