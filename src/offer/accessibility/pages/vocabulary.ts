import { createHash } from 'node:crypto';
import { type Html, html } from '#platform/web/html.ts';
import { type OpenAnswer, openAnswer, type Page, page, type Visit } from '#platform/web/visit.ts';
import { wantsData } from '../domain/accepts.ts';
import { features, featuresOf } from '../domain/features.ts';
import { type FeatureGroup, featureGroups } from '../domain/groups.ts';
import {
  groupFragment,
  openActiveMappings,
  openActiveSupport,
  skosOf,
  vocabulary,
  vocabularyPath,
} from '../domain/vocabulary.ts';

/** Seconds for which the data may be kept: it changes with a release. */
const KEEP_SECONDS = 3_600;

/** The vocabulary as data. */
export function vocabularyData({ origin }: Pick<Visit, 'origin'>): OpenAnswer {
  const body = `${JSON.stringify(skosOf(`${origin}${vocabularyPath}`), null, 2)}\n`;
  return openAnswer({
    mediaType: 'application/ld+json',
    body,
    etag: createHash('sha256').update(body).digest('hex').slice(0, 16),
    keepSeconds: KEEP_SECONDS,
  });
}

function concept(feature: ReturnType<typeof featuresOf>[number]): Html {
  const { label, definition } = features[feature];
  const mapping = openActiveMappings[feature];
  return html`<div class="daybreak-word" id="${feature}"><dt>${label} <code class="daybreak-soft">${feature}</code></dt><dd>${definition}${mapping !== undefined && html`<br><span class="daybreak-soft">Near to OpenActive’s “${openActiveSupport[mapping.to].label}”.</span>`}</dd></div>`;
}

function groupPart(group: FeatureGroup): Html {
  const { label, definition } = featureGroups[group];
  return html`<section aria-labelledby="${groupFragment(group)}"><h2 class="govuk-heading-m" id="${groupFragment(group)}">${label}</h2>
<p class="govuk-body">${definition}</p>
<dl class="daybreak-words">${featuresOf(group).map(concept)}</dl></section>`;
}

/** What each word means: a page for people, and the same as data for whoever asks for that. */
export function vocabularyPage(visit: Visit): Page | OpenAnswer {
  if (wantsData(visit.accept)) return vocabularyData(visit);
  const groups = Object.keys(featureGroups) as FeatureGroup[];
  return page({
    title: 'What the words mean',
    description: vocabulary.description,
    section: 'find',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">What the words mean</h1>
<p class="govuk-body-l">Each short break can say what it offers. “Yes” means all of what stands here. Where it says nothing, ask.</p>
<ul class="govuk-list daybreak-jumps">${groups.map((group) => html`<li><a class="govuk-link" href="#${groupFragment(group)}">${featureGroups[group].label}</a></li>`)}</ul>
${groups.map(groupPart)}
<p class="govuk-body"><a class="govuk-link" href="/describe-your-child">Describe your child with these words</a>, or <a class="govuk-link" href="/find">find a short break</a></p>
<h2 class="govuk-heading-m">For other services</h2>
<p class="govuk-body">This is version ${vocabulary.version}, of 22 November 2026. Anybody may use it under the <a class="govuk-link" href="${vocabulary.license}" rel="license">Creative Commons Attribution 4.0 licence</a>. Each word has its own address: this page’s, with # and the word’s name.</p>
<p class="govuk-body"><a class="govuk-link" href="${vocabularyPath}.jsonld">The same as data (SKOS, JSON-LD)</a></p>
</div></div>`,
  });
}
