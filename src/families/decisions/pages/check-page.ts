import { fullName } from '#families/register/index.ts';
import { backLink, button, insetText, summaryList, warningText } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  signedIn,
  type Visit,
} from '#platform/web/visit.ts';
import { alreadyDecided } from '../actions/already-decided.ts';
import { budgetSentence } from '../budget-words.ts';
import { type CaseToDecide, caseToDecide } from '../case-file.ts';
import { givingWords } from '../decided-words.ts';
import { type Decided, settle } from '../domain/choice.ts';
import { type Draft, draftOf } from '../drafts.ts';
import { fundNow } from '../fund.ts';
import { groundMark } from '../ground-of-decision.ts';
import { groundToSettle } from '../ground-to-settle.ts';
import { whyNotBy } from '../may-decide.ts';
import type { Reading } from '../reading.ts';
import { recommendationWords } from './words.ts';

/** Asks the officer to check before it is final: what happens, to whom, why, and what it does to the budget. */
export async function checkPage(visit: Visit): Promise<Page | NotFound | Redirect> {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id);
  if (found === null) return notFound('an application');
  visit.concerns('application', id);
  if (found.decision !== null) {
    return visit.formState.refusals.length > 0
      ? tooLate(visit, found)
      : redirect(`/practitioners/applications/${id}`);
  }
  const isTold = visit.formState.refusals.length > 0;
  if (whyNotBy(found, signedIn(visit)) !== null && !isTold)
    return redirect(`/practitioners/applications/${id}`);
  const draft = await draftOf(visit, id);
  if (draft === null || !found.reading.ok) return redirect(`/practitioners/applications/${id}/decide`);
  const reading = found.reading.value;
  const settled = settle(draft, await groundToSettle(visit, reading));
  if (!settled.ok) return redirect(`/practitioners/applications/${id}/decide`);
  return check(visit, { found, reading, draft, decided: settled.value });
}

type Ready = {
  readonly found: CaseToDecide;
  readonly reading: Reading;
  readonly draft: Draft;
  readonly decided: Decided;
};

function sentence(name: string, decided: Decided): string {
  const { outcome, giving, referredTo } = decided;
  if (giving !== null) return `You are about to award ${givingWords(giving)} for ${name}`;
  if (outcome === 'agreed') return `You are about to say yes for ${name}`;
  if (outcome === 'waiting') return `You are about to put ${name} on the waiting list`;
  if (outcome === 'referred')
    return `You are about to send the application for ${name} to ${referredTo === 'panel' ? 'the panel' : 'an assessment'}`;
  return `You are about to refuse the application for ${name}`;
}

function buttonWords({ outcome, giving }: Decided): string {
  if (giving !== null) return `Award ${givingWords(giving)}`;
  if (outcome === 'agreed') return 'Say yes and send the letter';
  if (outcome === 'waiting') return 'Put on the waiting list and send the letter';
  return outcome === 'referred' ? 'Send on and send the letter' : 'Refuse and send the letter';
}

function isNo({ outcome }: Decided): boolean {
  return outcome === 'refused' || outcome === 'closed' || outcome === 'late';
}

async function check(visit: Visit, ready: Ready): Promise<Page> {
  const { found, reading, draft, decided } = ready;
  const title = sentence(fullName(found.child), decided);
  const back = `/practitioners/applications/${found.application.id}/decide`;
  return page({
    title,
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: back }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${found.application.reference}</span><h1 class="govuk-heading-l">${title}</h1>
${await money(visit, ready)}
${summaryList({
  rows: [
    { key: { text: 'Scheme recommends' }, value: { html: recommendationWords(reading.recommendation) } },
    { key: { text: 'Under' }, value: { text: `${reading.scheme.name}, version ${reading.version.id}` } },
    decided.isChange &&
      draft.because !== '' && { key: { text: 'Why you change it' }, value: { text: draft.because } },
    draft.wordsForFamily !== '' && {
      key: { text: 'Words for the family' },
      value: { text: draft.wordsForFamily },
    },
  ],
})}
<p class="govuk-body">The family gets the letter at once, as a page and by e-mail. A decision cannot be changed afterwards; if it was wrong, the family can appeal.</p>
${formTo(
  visit,
  html`<input type="hidden" name="ground" value="${groundMark(reading, draft, found.decisions.length)}">
<div class="govuk-button-group">${button({ text: buttonWords(decided), preventDoubleClick: true, ...(isNo(decided) ? { classes: 'govuk-button--warning' } : {}) })}
<a class="govuk-link" href="${back}">Change</a></div>`,
)}
</div></div>`,
  });
}

async function money(visit: Visit, { reading, decided }: Ready): Promise<Html | false> {
  const amount = decided.giving?.amount ?? null;
  const position = amount === null ? null : await fundNow(visit, reading.says.scheme);
  if (position === null) return false;
  const told = budgetSentence(position, amount);
  if (!told.isOver) return html`<p class="govuk-body">With this award: ${told.text}.</p>`;
  return warningText({
    text: `${told.text} You have the power to award it all the same. It is noted in the audit trail.`,
  });
}

function tooLate(visit: Visit, found: CaseToDecide): Page {
  if (found.decision === null) throw new Error('only a decided application is too late to decide');
  const back = `/practitioners/applications/${found.application.id}`;
  return page({
    title: 'Somebody else has decided',
    section: 'applications',
    isPrivate: true,
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-l">Somebody else has decided</h1>
${insetText({ text: alreadyDecided(found.decision).message })}
<p class="govuk-body"><a class="govuk-link" href="${back}">See the decision</a> or <a class="govuk-link" href="/practitioners/applications">go to the next application</a>.</p>`,
  });
}
