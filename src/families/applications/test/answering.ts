// Somebody who answers whatever question a page asks, by what it offers.
import type { PostedFields } from '../examples.ts';
import { dateBoxes, filledSteps } from '../examples.ts';
import type { Applicant } from './applying.ts';

/** Fields that answer the form of a page: the `pick`th of what it offers, or something of the right kind. */
export function anyAnswer(html: string, pick: number): PostedFields {
  const radios = [...html.matchAll(/name="answer" type="radio" value="([^"]+)"/g)].map(
    ([, value = '']) => value,
  );
  if (radios.length > 0) return { answer: radios[pick % radios.length] ?? '' };
  const boxes = [...html.matchAll(/name="answer" type="checkbox" value="([^"]+)"/g)].map(
    ([, value = '']) => value,
  );
  if (boxes.length > 0) return { answer: boxes[pick % boxes.length] ?? '' };
  if (html.includes('name="answer-day"')) return dateBoxes('answer', '2024-06-01');
  return { answer: String(100 + (pick % 20_000)) };
}

/** Walks through an application to its check page, and gives the addresses of the steps in the order they came. */
export async function walks(
  family: Applicant,
  address: string,
  how: { readonly picks?: readonly number[]; readonly answers?: Readonly<Record<string, PostedFields>> } = {},
): Promise<readonly string[]> {
  const slugs: string[] = [];
  let to = (await family.opens(`${address}/check`)).to;
  while (to !== '' && !to.endsWith('/check') && !to.endsWith('/renew')) {
    const slug = to.split('/').at(-1) ?? '';
    slugs.push(slug);
    if (slugs.length > 40) throw new Error(`no end: ${slugs.join(' ')}`);
    const { html } = await family.opens(to);
    const pick = how.picks?.[slugs.length % (how.picks.length || 1)] ?? 0;
    const known: Readonly<Record<string, PostedFields>> = { ...filledSteps(), ...how.answers };
    const came = await family.posts(to, known[slug] ?? anyAnswer(html, pick));
    if (came.refusals.length > 0)
      throw new Error(`${slug}: ${came.refusals.map(({ message }) => message).join(' ')}`);
    to = came.to;
  }
  return slugs;
}
