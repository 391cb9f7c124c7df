import { type Clock, dateInEngland } from '#kernel/clock.ts';
import type { Visit } from '#platform/web/visit.ts';
import { fieldsOfCouncil } from './fields-of-council.ts';
import { fill, plainText, type Written } from './fill.ts';
import { filedWordsOf } from './read-words.ts';
import type { Fields, Words } from './template.ts';
import { versionAt } from './versions.ts';

/**
 * The words of a template that held at a moment: what staff published last before it, else the file's version of
 * that day. Throws where no file has the template, which a test holds for every one that the program uses.
 */
export async function wordsInForce(
  visit: Pick<Visit, 'authority' | 'transaction'>,
  wanted: { readonly templateId: string; readonly at: Temporal.Instant },
): Promise<Words> {
  const published = await versionAt(visit.transaction, { authorityId: visit.authority.id, ...wanted });
  if (published !== null) return published;
  const versions = filedWordsOf(visit.authority).templates.get(wanted.templateId) ?? [];
  const day = dateInEngland(wanted.at);
  // A letter from before the first file began reads in the first file's words.
  const filed =
    versions
      .toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))
      .find(({ from }) => Temporal.PlainDate.compare(from, day) <= 0) ?? versions[0];
  if (filed === undefined)
    throw new Error(
      `${visit.authority.name} has no words for ${wanted.templateId}: no file words/${wanted.templateId}.yaml`,
    );
  return filed;
}

/** What writing needs: a visit has it, and so has a job of the night. */
export type Writer = Pick<Visit, 'authority' | 'transaction'> & { readonly clock: Pick<Clock, 'now'> };

type Wanted = {
  readonly templateId: string;
  /** What fills the gaps, besides what every letter may say of the council. */
  readonly fields: Fields;
  readonly at?: Temporal.Instant;
};

/** Writes a letter or a message in the words that held at a moment; now, unless told otherwise. */
export async function write(visit: Writer, { templateId, fields, at }: Wanted): Promise<Written> {
  const words = await wordsInForce(visit, { templateId, at: at ?? visit.clock.now() });
  return fill(words, { ...fieldsOfCouncil(visit.authority), ...fields });
}

/** The subject and the plain text of a message, for `visit.send`. */
export async function messageOf(
  visit: Writer,
  wanted: Wanted,
): Promise<{ readonly subject: string; readonly text: string }> {
  const written = await write(visit, wanted);
  return { subject: written.subject, text: plainText(written) };
}
