import type { Criterion, Reason, RuleSet, SchemeVersion } from '#families/schemes/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { details, tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { CaseFile } from '../case-file.ts';

/** The scheme's own reading of an application, criterion by criterion, under a named version. */
export function schemeReading(file: CaseFile): Html {
  if (!file.reading.ok) return html``;
  const { scheme, version, says } = file.reading.value;
  return html`<section aria-labelledby="reading"><h2 class="govuk-heading-m" id="reading">What the scheme says</h2>
<p class="govuk-body">${scheme.name}, version ${version.id}${version.from !== null && html`, in force from ${formatDate(version.from)}`}. Rules and ages are those of the day on which the family sent it.</p>
${reasonList(version, says.reasons)}
${missingFacts(version, says.missing)}</section>`;
}

/** Each reason: met, not met or not known, because of what, and the published words. */
export function reasonList(version: SchemeVersion | null, reasons: readonly Reason[]): Html {
  return html`<ul class="daybreak-criteria">${reasons.map((reason) => {
    const source = sourceOf(version, reason.criterion);
    return html`<li><span class="daybreak-criteria__mark">${truthTag(reason.met)}</span><div><p class="govuk-body govuk-!-margin-bottom-1">${reason.because}</p>
${source !== null && details({ summaryText: 'The published words', html: html`<p class="govuk-body">“${source.published}”</p><p class="govuk-body-s daybreak-soft">${source.where}</p>`, classes: 'govuk-!-margin-bottom-0' })}</div></li>`;
  })}</ul>`;
}

function truthTag(met: boolean | null): Html {
  if (met === true) return tag({ text: 'Met', classes: 'govuk-tag--green' });
  if (met === false) return tag({ text: 'Not met', classes: 'govuk-tag--red' });
  return tag({ text: 'Not known', classes: 'govuk-tag--yellow' });
}

type Published = { readonly published: string; readonly where: string };

function sourceOf(version: SchemeVersion | null, id: string): Published | null {
  const rules: RuleSet | undefined = version?.rules.get('eligibility');
  const found: Pick<Criterion, 'published' | 'publishedIn'> | undefined =
    rules?.criteria.find((one) => one.id === id) ?? rules?.results.find((one) => one.id === id);
  if (found === undefined) return null;
  const { source, at } = found.publishedIn;
  return { published: found.published, where: at === null ? source : `${source}, ${at}` };
}

function missingFacts(version: SchemeVersion, missing: readonly string[]): Html {
  if (missing.length === 0) return html``;
  const named = missing.map((fact) => version.facts.get(fact)?.question ?? fact);
  return html`<h3 class="govuk-heading-s">Still to find out</h3><ul class="govuk-list govuk-list--bullet">${named.map((question) => html`<li>${question}</li>`)}</ul>`;
}
