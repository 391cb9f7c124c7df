import {
  type Decision,
  decide,
  type NextStep,
  type Reason,
  type Scheme,
  type SchemeVersion,
} from '#families/schemes/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { backLink, button, details } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page } from '#platform/web/visit.ts';
import type { ReadAnswers } from '../actions/read-answers.ts';
import { addressBefore, applyAddress, universalAddress } from './addresses.ts';
import { answersSoFar } from './question.ts';
import { spokenOfScheme, verdictOf } from './verdicts.ts';
import { amountsInWords, assessmentWords, contactWords } from './ways-onward.ts';

type Told = { readonly word: string; readonly name: 'met' | 'unmet' | 'open'; readonly because: string };

/** How a reason is told. A rule whose facts were never asked, because they could change nothing, says just that. */
function told(
  reason: Reason,
  asked: {
    readonly decision: Decision;
    readonly published: string | null;
    readonly given: ReadonlySet<string>;
  },
): Told {
  const { met, because, missing } = reason;
  if (met !== null) return { word: met ? 'Met' : 'Not met', name: met ? 'met' : 'unmet', because };
  const matters = missing.some((fact) => asked.decision.missing.includes(fact) || asked.given.has(fact));
  if (matters || asked.published === null || missing.length === 0) {
    return { word: 'Not known yet', name: 'open', because };
  }
  return {
    word: 'Not asked',
    name: 'open',
    because: `It would not change this answer. The rule is: ${asked.published}`,
  };
}

/** A reason for each rule, in the words for the family. */
export function reasonList(decision: Decision, version: SchemeVersion, answers: ReadAnswers): Html {
  const criteria = version.rules.get('eligibility')?.criteria ?? [];
  const given = new Set(answers.given.map(({ question }) => question.fact));
  return html`<ul class="daybreak-reasons">${decision.reasons.map((reason) => {
    const published = criteria.find(({ id }) => id === reason.criterion)?.published ?? null;
    const { word, name, because } = told(reason, { decision, published, given });
    return html`<li class="daybreak-reason daybreak-reason--${name}"><strong class="daybreak-reason__state">${word}</strong> <span>${because}</span></li>`;
  })}</ul>`;
}

function steps(decision: Decision, kind: NextStep['kind']): readonly string[] {
  return decision.next.filter((step) => step.kind === kind).map(({ words }) => words);
}

function thingsToDo(decision: Decision): Html {
  const words = steps(decision, 'do');
  if (words.length === 0) return nothing;
  return html`<h2 class="govuk-heading-m">What happens next</h2><ul class="govuk-list govuk-list--bullet govuk-list--spaced">${words.map((one) => html`<li>${one}</li>`)}</ul>`;
}

/** The ways onward that every answer has, whatever the scheme names: open to all, an assessment, somebody to talk to. */
function waysOnward(
  decision: Decision,
  { age, without }: { readonly age: unknown; readonly without: string },
  authority: Authority,
): Html {
  const universal = steps(decision, 'universal');
  const assessment = steps(decision, 'assessment');
  const talk = steps(decision, 'talk');
  const paragraphs = (words: readonly string[]) => words.map((one) => html`<p class="govuk-body">${one}</p>`);
  return html`<h2 class="govuk-heading-m">What you can have without ${without}</h2>
${universal.length > 0 ? paragraphs(universal) : html`<p class="govuk-body">Many clubs and activities are open to all. You do not need to be assessed.</p>`}
<p class="govuk-body"><a class="govuk-link" href="${universalAddress(age)}">See what is open to all${typeof age === 'number' && ` at age ${age}`}</a></p>
<h2 class="govuk-heading-m">If your child or you need more</h2>
${paragraphs(assessment)}
${details({ summaryText: 'What an assessment is, and how to ask for one', html: assessmentWords(authority, age) })}
<h2 class="govuk-heading-m">Somebody to talk to</h2>
${paragraphs(talk)}
${contactWords(authority)}`;
}

function publishedRules({
  scheme,
  version,
}: {
  readonly scheme: Scheme;
  readonly version: SchemeVersion;
}): Html {
  const criteria = version.rules.get('eligibility')?.criteria ?? [];
  const source = (id: string, at: string | null) =>
    [scheme.sources.get(id)?.title, at].filter((part) => part !== undefined && part !== null).join(', ');
  return details({
    summaryText: 'The rules as the council published them',
    html: html`<p class="govuk-body">${scheme.name}: ${version.name}.</p><ul class="govuk-list govuk-list--bullet">${criteria.map(
      ({ published, publishedIn }) =>
        html`<li>${published}<br><span class="daybreak-soft">${source(publishedIn.source, publishedIn.at)}</span></li>`,
    )}</ul>`,
  });
}

/** The answer at once: what it looks like, a reason for each rule, and a way onward from every "no". */
export function answerPage(asked: {
  readonly grant: { readonly scheme: Scheme; readonly version: SchemeVersion };
  readonly answers: ReadAnswers;
  readonly authority: Authority;
}): Page {
  const { grant, answers, authority } = asked;
  const decision = decide(grant.version, answers.facts);
  const verdict = verdictOf(grant.scheme, decision.outcome);
  const spoken = spokenOfScheme(grant.scheme);
  const amounts = verdict.mayApply ? amountsInWords(grant.version) : null;
  return page({
    title: verdict.title,
    section: 'what-can-we-get',
    isPrivate: true,
    before: backLink({ text: 'Back', href: addressBefore(answers.given) }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<div class="daybreak-verdict${!verdict.mayApply && ' daybreak-verdict--other'}"><h1 class="govuk-heading-l">${verdict.title}</h1>
${grant.scheme.kind !== 'grant' && html`<p class="govuk-body"><strong>${grant.scheme.name}</strong></p>`}
<p class="govuk-body-l">${verdict.words}${amounts !== null && ` ${amounts}`}</p>
${verdict.mayApply && button({ text: spoken.apply, href: applyAddress(answers.given) })}
<p class="govuk-body">This is a guide, not a decision. You can always apply, and a person will look at it.${!verdict.mayApply && html` <a class="govuk-link" href="${applyAddress(answers.given)}">Apply all the same</a>`}</p></div>
<h2 class="govuk-heading-m">Why</h2>
${reasonList(decision, grant.version, answers)}
${verdict.mayApply && thingsToDo(decision)}
${waysOnward(decision, { age: answers.facts['child.age'], without: spoken.it }, authority)}
<h2 class="govuk-heading-m">Your answers</h2>
${answersSoFar(answers.given)}
${publishedRules(grant)}
</div></div>`,
  });
}
