import { fullName } from '#families/register/index.ts';
import { formatPounds } from '#kernel/money.ts';
import { backLink, button, insetText, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, lineQuestion, type Option, wordsQuestion } from '#platform/web/questions.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  type Visit,
} from '#platform/web/visit.ts';
import { alreadyDecided } from '../actions/already-decided.ts';
import { budgetNow, budgetSentence } from '../budget-warning.ts';
import { caseToDecide } from '../case-file.ts';
import { amountText } from '../domain/amount-text.ts';
import { bandChoice } from '../domain/choice.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { type Draft, draftOf } from '../drafts.ts';
import type { Reading } from '../reading.ts';
import { recommendationWords } from './words.ts';

/** The form on which an officer accepts the recommendation, changes it, or refuses. */
export async function decidePage(visit: Visit): Promise<Page | NotFound | Redirect> {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id);
  if (found === null) return notFound('an application');
  visit.concerns('application', id);
  const back = `/practitioners/applications/${id}`;
  if (found.decision !== null && visit.formState.refusals.length === 0) return redirect(back);
  const name = fullName(found.child);
  const { reading } = found;
  return page({
    title: `Decide for ${name}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: back, text: `Back to ${name}` }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${found.application.reference}</span><h1 class="govuk-heading-l">Decide for ${name}</h1>
${found.decision !== null && insetText({ text: alreadyDecided(found.decision).message })}
${reading.ok ? await form(visit, { reading: reading.value, draft: await draftOf(visit, id) }) : html`<p class="govuk-body">${reading.message}</p>`}
</div></div>`,
  });
}

async function form(
  visit: Visit,
  { reading, draft }: { readonly reading: Reading; readonly draft: Draft | null },
): Promise<Html> {
  const budget = budgetSentence(await budgetNow(visit, reading.says.scheme), null);
  const { recommendation } = reading;
  return html`${summaryList({
    rows: [
      { key: { text: 'Scheme recommends' }, value: { html: recommendationWords(recommendation) } },
      { key: { text: 'Under' }, value: { text: `${reading.scheme.name}, version ${reading.version.id}` } },
      { key: { text: 'The year’s budget' }, value: { text: budget.text } },
    ],
  })}
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'kind',
    label: 'What do you decide?',
    saved: savedChoice(draft, recommendation),
    options: options(reading),
  })}
${reading.bands.length > 0 && otherAmount(visit, draft)}
${wordsQuestion(visit, {
  field: 'because',
  label: 'If you do not follow the recommendation: why?',
  hint: 'Kept with the decision for whoever looks at it again. The family can ask to see it.',
  saved: draft?.because,
  rows: 4,
})}
${wordsQuestion(visit, {
  field: 'wordsForFamily',
  label: 'Words for the family',
  hint: 'They stand in the letter. You must write the reasons if you refuse. How to appeal, and where else to turn, is added to every refusal.',
  saved: draft?.wordsForFamily,
  rows: 5,
})}
${button({ text: 'Continue', preventDoubleClick: true })}`,
)}`;
}

/** Every amount that the scheme has stands by itself, so that nothing is hidden behind an answer. */
function options({ recommendation, bands }: Reading): readonly Option[] {
  const recommended = recommendation.kind === 'award' ? recommendation.amount : null;
  const all: Option[] = [];
  if (recommended !== null)
    all.push({ value: 'recommended', text: `Award ${formatPounds(recommended)}, as recommended` });
  for (const band of bands) {
    if (band.amount === recommended) continue;
    all.push({
      value: bandChoice(band.id),
      text: `Award ${formatPounds(band.amount)}`,
      hint: band.words,
    });
  }
  if (bands.length > 0) all.push({ value: 'amount', text: 'Award another amount, given below' });
  all.push({ value: 'refuse', text: recommendation.kind === 'refuse' ? 'Refuse, as recommended' : 'Refuse' });
  return all;
}

function otherAmount(visit: Visit, draft: Draft | null): Html {
  return lineQuestion(visit, {
    field: 'amount',
    label: 'Another amount, in pounds',
    hint: 'Only if you chose that above',
    saved: draft === null || draft.amount === null ? null : amountText(draft.amount),
    prefix: '£',
    width: 5,
    inputmode: 'decimal',
  });
}

function savedChoice(draft: Draft | null, recommendation: Recommendation): string | null {
  if (draft === null) return recommendation.kind === 'award' ? 'recommended' : null;
  return draft.kind === 'band' && draft.bandId !== null ? bandChoice(draft.bandId) : draft.kind;
}
