import { fullName } from '#families/register/index.ts';
import type { Reason } from '#families/schemes/index.ts';
import { backLink, summaryList, tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { formatMoment } from '../actions/already-decided.ts';
import { givingWords, outcomeWords } from '../decided-words.ts';
import { isSomething } from '../domain/giving.ts';
import type { Replay } from '../domain/replay.ts';
import { type ShownAgain, shownAgain } from '../replayed.ts';
import { reasonList } from './scheme-reading.ts';

/** A decision again as it was: facts, rules, reading and reasons, and whether the rules still read it the same. */
export async function decisionPage(visit: Visit): Promise<Page | NotFound> {
  const again = await shownAgain(visit, visit.params.decision ?? '');
  if (again === null) return notFound('a decision');
  const { decision, child, application } = again;
  visit.concerns('decision', decision.id, { application: application.id });
  const name = fullName(child);
  return page({
    title: `Decision for ${name}`,
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: `/practitioners/applications/${application.id}`, text: `Back to ${name}` }),
    main: html`<span class="govuk-caption-l">${application.reference}</span><h1 class="govuk-heading-l">Decision for ${name}</h1>
${what(again)}
<p class="govuk-body">Has the family asked for it to be looked at again, by telephone or by letter? <a class="govuk-link" href="/practitioners/decisions/${decision.id}/appeal">Write down an appeal</a></p>
<h2 class="govuk-heading-m">Read again today</h2>
${readAgain(again.replay)}
<h2 class="govuk-heading-m">What the scheme said</h2>
${reasonList(again.version, (decision.reading.reasons ?? []) as readonly Reason[])}
<h2 class="govuk-heading-m">The facts it was decided on</h2>
${summaryList({ rows: factRows(again), classes: 'daybreak-close' })}`,
  });
}

function what({ decision, schemeName, version }: ShownAgain): Html {
  const recommendedFigures = {
    amount: decision.recommendedAmount,
    minutes: decision.recommendedMinutes,
    nights: decision.recommendedNights,
    per: decision.per,
  };
  const recommended = isSomething(recommendedFigures)
    ? givingWords(recommendedFigures)
    : decision.recommendedOutcome.replaceAll(/[_-]/g, ' ');
  return summaryList({
    rows: [
      { key: { text: 'Decided' }, value: { text: outcomeWords(decision) } },
      decision.number > 1 && {
        key: { text: 'Which decision' },
        value: { text: `Number ${decision.number} about this application; the earlier ones stay` },
      },
      {
        key: { text: 'By' },
        value: { text: `${decision.decidedByName}, ${formatMoment(decision.decidedAt)}` },
      },
      { key: { text: 'Scheme recommended' }, value: { text: recommended } },
      {
        key: { text: 'Under' },
        value: {
          text: `${schemeName}, version ${decision.versionId}${version === null ? ' (its file is gone)' : ''}`,
        },
      },
      {
        key: { text: 'Mark of the rules' },
        value: { html: html`<code class="daybreak-code">${decision.versionHash}</code>` },
      },
      decision.changedBecause !== '' && {
        key: { text: 'Why it was changed' },
        value: { text: decision.changedBecause },
      },
      decision.wordsForFamily !== '' && {
        key: { text: 'Words for the family' },
        value: { text: decision.wordsForFamily },
      },
    ],
  });
}

function readAgain(replay: Replay | null): Html {
  if (replay === null)
    return html`<p class="govuk-body">${tag({ text: 'Cannot be read', classes: 'govuk-tag--red' })} The file of that version is no longer there. What it said stands below as it was stored.</p>`;
  return html`<ul class="govuk-list daybreak-rows">
<li>${replay.isSameReading ? tag({ text: 'Same reading', classes: 'govuk-tag--green' }) : tag({ text: 'Another reading', classes: 'govuk-tag--red' })} ${replay.isSameReading ? 'The stored facts give the same reading as then.' : `The stored facts give another reading today: ${replay.differences.join(', ')}.`}</li>
<li>${replay.isSameFile ? tag({ text: 'Same rules', classes: 'govuk-tag--green' }) : tag({ text: 'Rules changed', classes: 'govuk-tag--red' })} ${replay.isSameFile ? 'The file of that version is what it was.' : 'The file of that version has been changed since. A published version must not be.'}</li>
</ul>`;
}

const dayThatCounts = 'The day whose rules and ages count: when the family sent it';

function factRows(again: ShownAgain) {
  return Object.entries(again.decision.facts).map(([name, value]) => ({
    key: {
      text: name === 'decision.date' ? dayThatCounts : (again.version?.facts.get(name)?.question ?? name),
    },
    value: { text: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value) },
  }));
}
