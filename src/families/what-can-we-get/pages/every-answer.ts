import { formatAwardValue } from '#families/schemes/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { backLink, details } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { mark } from '#platform/web/journey.ts';
import { type Page, page } from '#platform/web/visit.ts';
import type { Indication, ReadForAll } from '../actions/every-scheme.ts';
import { addressBefore, applyAddress, universalAddress } from './addresses.ts';
import { reasonList } from './answer.ts';
import { answersSoFar } from './question.ts';
import { assessmentWords, contactWords } from './ways-onward.ts';

type Fit = { readonly mark: Html; readonly words: string; readonly mayApply: boolean };

const fits: Readonly<Record<string, Fit>> = {
  eligible: fit('Looks right for you', 'green', 'It looks as if you can get this.'),
  'eligible-at-reduced-rate': fit(
    'Looks right for you',
    'green',
    'It looks as if you can get a part of this.',
  ),
  assessment: fit('Worth asking', 'blue', 'You can ask. We look at what your family needs.'),
  more_evidence: fit(
    'Worth asking',
    'blue',
    'You may be able to get this. There is something we do not know yet.',
  ),
  waiting: fit('Waiting list', 'yellow', 'There is a waiting list. You can ask to be put on it.'),
  not_eligible: fit('Not for you just now', 'grey', 'This one does not fit. Below you see why.', false),
  late: fit('Too late', 'grey', 'The time to apply is over. Talk to us.', false),
  closed: fit('Closed', 'grey', 'This is closed just now.', false),
};

function fit(text: string, colour: Parameters<typeof mark>[1], words: string, mayApply = true): Fit {
  return { mark: mark(text, colour), words, mayApply };
}

const unnamed = fit('Talk to us', 'blue', 'These answers alone do not say if you can get it.');

/** Which of several schemes could fit, those that do first: each with its reasons, and a way onward for all. */
export function everyAnswerPage(asked: { readonly read: ReadForAll; readonly authority: Authority }): Page {
  const { read, authority } = asked;
  const told = read.indications.map((one) => ({ one, fit: fits[one.decision.outcome] ?? unnamed }));
  const could = told.filter(({ fit: { mayApply } }) => mayApply);
  const others = told.filter(({ fit: { mayApply } }) => !mayApply);
  const title =
    could.length === 0
      ? 'None of these is for you just now'
      : could.length === 1
        ? 'One of these could be for you'
        : `${could.length} of these could be for you`;
  return page({
    title,
    section: 'what-can-we-get',
    isPrivate: true,
    before: backLink({ text: 'Back', href: addressBefore(read.answers.given) }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">This is a guide, not a decision. You can always apply, and a person will look at it.</p>
${[...could, ...others].map(({ one, fit: how }) => schemePart(one, how, read))}
<h2 class="govuk-heading-m">What you can have without any of these</h2>
<p class="govuk-body">Many clubs and activities are open to all. <a class="govuk-link" href="${universalAddress(read.answers.facts['child.age'])}">See what is open to all</a></p>
<h2 class="govuk-heading-m">If your child or you need more</h2>
${details({ summaryText: 'What an assessment is, and how to ask for one', html: assessmentWords(authority, read.answers.facts['child.age']) })}
<h2 class="govuk-heading-m">Somebody to talk to</h2>
${contactWords(authority)}
<h2 class="govuk-heading-m">Your answers</h2>
${answersSoFar(read.answers.given)}
</div></div>`,
  });
}

function schemePart({ offer, answers, decision }: Indication, how: Fit, read: ReadForAll): Html {
  const { scheme, version } = offer;
  const award = Object.entries(decision.award ?? {}).filter(
    ([, { kind }]) => kind === 'money' || kind === 'hours',
  );
  const apply = html`<a class="govuk-link govuk-!-font-weight-bold" href="${applyAddress(read.answers.given)}">${how.mayApply ? 'Apply' : 'Apply all the same'}<span class="govuk-visually-hidden"> for ${scheme.name}</span></a>`;
  return html`<section class="daybreak-panel" aria-labelledby="fits-${scheme.id}"><h2 class="govuk-heading-m" id="fits-${scheme.id}">${scheme.name}</h2>
<p class="govuk-body">${how.mark}</p>
<p class="govuk-body-l">${how.words}</p>
<p class="govuk-body">${scheme.about}</p>
${award.length > 0 && html`<p class="govuk-body">What you could get: ${award.map(([name, value], index) => html`${index > 0 && ', '}${name !== 'amount' && `${name} `}<strong>${formatAwardValue(value)}</strong>`)}</p>`}
${details({ summaryText: 'Why', html: reasonList(decision, version, answers) })}
<p class="govuk-body">${apply}</p></section>`;
}
