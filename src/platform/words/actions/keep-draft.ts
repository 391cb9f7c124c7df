import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { saveDraft } from '../drafts.ts';
import { faultsOf } from '../fill.ts';
import type { Template } from '../template.ts';
import { writerOf } from '../writer-of.ts';

const form = z.object({
  subject: words({ name: 'The subject', missing: 'Write a subject', max: 150 }),
  body: words({ name: 'The words', missing: 'Write the words', max: 10_000 }),
  note: words({
    name: 'Why you change it',
    missing: 'Say why you change the words. It is kept with them.',
    max: 500,
  }),
});

/**
 * Keeps words that are being written, to be read as the family will see them. Refuses words with a field that there
 * is not, and words without one that has to be in them.
 */
export function keepDraft(templates: readonly Template[]) {
  return async (visit: Visit) => {
    const template = templates.find(({ id }) => id === visit.params.template);
    if (template === undefined) return notFound('a letter');
    const read = parseForm(form, visit.form);
    if (!read.ok) return wrong(...read.refusals);
    const faults = faultsOf(template, read.value);
    if (faults.length > 0) return wrong(...faults.map((fault) => refusal('words-faulty', fault, 'body')));
    await saveDraft(visit.transaction, {
      ...read.value,
      authorityId: visit.authority.id,
      templateId: template.id,
      personId: writerOf(visit).id,
      at: visit.clock.now(),
    });
    return redirect(`/practitioners/words/${template.id}/check`);
  };
}
