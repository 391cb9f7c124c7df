import { formatPounds, pence } from '#kernel/money.ts';
import { backLink, summaryList, table } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { compareVersions, type VersionsCompared } from '../compare-versions.ts';
import { schemeAsked } from '../find-scheme.ts';
import { plainName } from './words.ts';

/** What changes between two versions, in words, with how many current awards each change would touch. */
export async function comparePage(visit: Visit): Promise<Page | NotFound> {
  const scheme = await schemeAsked(visit);
  if (scheme === null) return notFound('a scheme');
  const versionAsked = (name: string) => scheme.versions.find(({ id }) => id === visit.query.get(name));
  const older = versionAsked('older');
  const newer = versionAsked('newer');
  if (older === undefined || newer === undefined) return notFound('a version');
  visit.concerns('scheme', visit.authority.id, { scheme: scheme.id, older: older.id, newer: newer.id });
  const found = await compareVersions(visit, { older, newer });
  return page({
    title: `What would change: ${scheme.name}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/schemes/${scheme.id}?version=${older.id}`, text: scheme.name }),
    main: html`<span class="govuk-caption-l">${scheme.name}</span><h1 class="govuk-heading-l">From “${older.name}” to “${newer.name}”</h1>
${effect(found)}
${differences(found)}`,
  });
}

function effect({ effect: all }: VersionsCompared): Html {
  if (all.awards === 0)
    return html`<p class="govuk-body">No award of this scheme runs now, so there is nobody whom a change would touch.</p>`;
  const row = (key: string, count: number) => ({ key: { text: key }, value: { text: String(count) } });
  return html`<h2 class="govuk-heading-m">What it would do to the awards that run now</h2>
${summaryList({
  rows: [
    row('Awards that run now', all.awards),
    row('Would stay as they are', all.unchanged),
    row('Would be more', all.more),
    row('Would be less', all.less),
    row('Would not be given', all.none),
    ...(all.other > 0 ? [row('Would differ in something else', all.other)] : []),
    {
      key: { text: 'In money, over all of them' },
      value: {
        text:
          all.pence === 0
            ? 'No difference'
            : `${formatPounds(pence(Math.abs(all.pence)))} ${all.pence < 0 ? 'less' : 'more'}`,
      },
    },
  ],
})}
<p class="govuk-body daybreak-soft">Each award is decided again under both versions, on the facts that stand with its decision. Nothing is changed by looking.</p>`;
}

function differences({ differences: all, effect: { awards } }: VersionsCompared): Html {
  if (all.length === 0) return html`<p class="govuk-body">The two versions say the same.</p>`;
  const touched = awards > 0;
  return table({
    caption: 'What changes',
    captionClasses: 'govuk-table__caption--m',
    head: [
      { text: 'Where' },
      { text: 'What' },
      ...(touched ? [{ text: 'Awards it touches', format: 'numeric' }] : []),
    ],
    rows: all.map((one, index) => [
      // A place with several changes is named once for the eye, and each time for the ear.
      one.place === all[index - 1]?.place
        ? { html: html`<span class="govuk-visually-hidden">${plainName(one.place)}</span>` }
        : { text: plainName(one.place) },
      {
        html: html`${one.kind !== 'changed' ? html`<strong>${one.kind === 'added' ? 'New. ' : 'Gone. '}</strong>` : nothing}${inWords(one.sentence)}`,
      },
      ...(touched ? [{ text: one.touched === null ? '–' : String(one.touched), format: 'numeric' }] : []),
    ]),
  });
}

/** The names of outcomes in a sentence as people read them: "not_eligible" is "not eligible". */
function inWords(sentence: string): string {
  return sentence.replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/g, (name) => name.replaceAll('_', ' '));
}
