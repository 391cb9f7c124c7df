import {
  criteriaInWords,
  type RuleInWords,
  type RulesInWords,
  type Scheme,
  type SchemeVersion,
} from '#families/schemes/index.ts';
import { backLink, button, select, table } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { mainVersion, newestFirst, schemeAsked } from '../find-scheme.ts';
import { datesInWords, plainName } from './words.ts';

/** One scheme: the rules of a version in words, each with its published sentence, and the other versions. */
export async function schemePage(visit: Visit): Promise<Page | NotFound> {
  const scheme = await schemeAsked(visit);
  if (scheme === null) return notFound('a scheme');
  const asked = scheme.versions.find(({ id }) => id === visit.query.get('version'));
  const version = asked ?? mainVersion(scheme, visit.clock.today());
  if (version === null) return notFound('a version');
  return page({
    title: scheme.name,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/schemes', text: 'Schemes' }),
    main: html`<span class="govuk-caption-l">${version.name}</span><h1 class="govuk-heading-l">${scheme.name}</h1>
<p class="govuk-body-l">${scheme.about}</p>
<p class="govuk-body"><strong>${datesInWords(version)}.</strong></p>
${versionsOf(scheme, version)}
${criteriaInWords(version).map(rules)}
${waitingList(version)}
${terms(version)}
${version.notes.length > 0 && html`<h2 class="govuk-heading-m">Notes</h2><ul class="govuk-list govuk-list--bullet">${version.notes.map((note) => html`<li>${note}</li>`)}</ul>`}`,
  });
}

function versionsOf(scheme: Scheme, shown: SchemeVersion): Html {
  if (scheme.versions.length < 2) return nothing;
  const others = newestFirst(scheme).filter(({ id }) => id !== shown.id);
  return html`<div class="daybreak-panel"><h2 class="govuk-heading-m">Other versions</h2>
<ul class="govuk-list">${others.map((version) => html`<li><a class="govuk-link" href="?version=${version.id}">${version.name}</a> <span class="daybreak-soft">${datesInWords(version)}</span></li>`)}</ul>
<form method="get" action="/practitioners/schemes/${scheme.id}/compare"><input type="hidden" name="older" value="${shown.id}">
${select({
  id: 'newer',
  name: 'newer',
  label: { text: `What would change from “${shown.name}” to` },
  items: others.map((version) => ({ value: version.id, text: version.name })),
})}${button({ text: 'Compare', classes: 'govuk-button--secondary' })}</form></div>`;
}

function rules({ kind, criteria, results, otherwise }: RulesInWords): Html {
  const rest = otherwise.award.map(({ figure, value }) => `${figure} ${value}`).join(', ');
  return html`<section><h2 class="govuk-heading-l govuk-!-margin-top-7">${plainName(kind)}</h2>
${ruleTable('Conditions', criteria, 'If it is not met')}
${ruleTable('What it comes to', results, 'Then')}
<p class="govuk-body"><strong>Otherwise:</strong> ${plainName(otherwise.outcome)}${rest !== '' && ` (${rest})`}. ${otherwise.words}</p></section>`;
}

function ruleTable(caption: string, all: readonly RuleInWords[], follows: string): Html {
  if (all.length === 0) return nothing;
  return table({
    caption,
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'As published' }, { text: 'What is looked at' }, { text: follows }],
    rows: all.map((rule) => [
      { html: html`${rule.published}` },
      { html: html`<span class="daybreak-soft">${rule.rule}</span>` },
      {
        text: [
          rule.outcome === null ? 'Carry on' : plainName(rule.outcome),
          ...rule.award.map(({ figure, value }) => `${figure} ${value}`),
        ].join(', '),
      },
    ]),
  });
}

function waitingList({ waitingList: list }: SchemeVersion): Html {
  if (list === null) return nothing;
  return html`<h2 class="govuk-heading-m">Waiting list</h2><p class="govuk-body">${list.published}</p>
<ol class="govuk-list govuk-list--number">${list.order.map((key) => html`<li>${key.words}</li>`)}</ol>`;
}

function terms(version: SchemeVersion): Html {
  if (version.terms.length === 0) return nothing;
  return html`<h2 class="govuk-heading-m">Also published</h2><ul class="govuk-list govuk-list--bullet govuk-list--spaced">${version.terms.map(({ published }) => html`<li>${published}</li>`)}</ul>`;
}
