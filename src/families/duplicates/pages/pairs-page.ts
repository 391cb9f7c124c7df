import { fullName } from '#families/register/index.ts';
import { breadcrumbs } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, signedIn, type Visit } from '#platform/web/visit.ts';
import { pairsToLookAt } from '../pairs.ts';
import { holdingsOf } from '../two-of-visit.ts';
import { likenessWords, recordSide } from './side-by-side.ts';

const shown = 20;

const done: Readonly<Record<string, string>> = {
  apart: 'Remembered: these are two children. They will not be shown again.',
};

/** Every two records that may be one child, side by side, the likest first. */
export async function pairsPage(visit: Visit): Promise<Page> {
  const pairs = await pairsToLookAt(visit, signedIn(visit));
  const some = pairs.slice(0, shown);
  const holdings = await holdingsOf(
    visit,
    some.flatMap(({ one, other }) => [one.id, other.id]),
  );
  const told = done[visit.query.get('done') ?? ''];
  return page({
    title: 'The same child twice?',
    section: 'practitioners',
    isPrivate: true,
    before: breadcrumbs({
      items: [
        { text: 'Your work', href: '/practitioners' },
        { text: 'Children', href: '/practitioners/children' },
        { text: 'The same child twice?' },
      ],
    }),
    main: html`${told !== undefined && html`<p class="daybreak-panel" role="status">${told}</p>`}
<h1 class="govuk-heading-l">The same child twice?</h1>
<p class="govuk-body">${
      pairs.length === 0
        ? 'No two records look like one child.'
        : html`${pairs.length === 1 ? 'Two records look' : `${pairs.length.toLocaleString('en-GB')} pairs of records look`} like one child. Nothing is joined until somebody says so.${pairs.length > shown && html` The ${shown} likest are shown; the next come up as these are settled.`}`
    }</p>
<ul class="daybreak-pairs">${some.map(
      ({ one, other, likeness }) => html`<li class="daybreak-pair">
<h2 class="govuk-visually-hidden">${fullName(one)} and ${fullName(other)}</h2>
${likenessWords(likeness)}
<div class="daybreak-pair__sides">${recordSide(visit, one, holdings.get(one.id), { level: 3 })}${recordSide(visit, other, holdings.get(other.id), { level: 3 })}</div>
<p class="govuk-body govuk-!-margin-bottom-0"><a class="govuk-link" href="/practitioners/duplicates/${one.id}/${other.id}">Say if they are one child<span class="govuk-visually-hidden">: ${fullName(one)} and ${fullName(other)}</span></a></p>
</li>`,
    )}</ul>`,
  });
}
