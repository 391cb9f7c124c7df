import { fullName } from '#families/register/index.ts';
import { backLink, button, insetText, summaryList, warningText } from '#platform/govuk/index.ts';
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
  signedIn,
  type Visit,
} from '#platform/web/visit.ts';
import { budgetSentence } from '../budget-words.ts';
import { caseToDecide } from '../case-file.ts';
import { givingWords } from '../decided-words.ts';
import { amountText } from '../domain/amount-text.ts';
import { bandChoice } from '../domain/choice.ts';
import { isSameGiving } from '../domain/giving.ts';
import { type Recommendation, recommendedGiving } from '../domain/recommendation.ts';
import { type Draft, draftOf } from '../drafts.ts';
import { fundNow, fundSpent, hasPowerToOverspend, wouldPass } from '../fund.ts';
import { whyNotBy } from '../may-decide.ts';
import type { Reading } from '../reading.ts';
import { recommendationWords } from './words.ts';

/** The form on which an officer accepts the recommendation, changes it, or refuses. */
export async function decidePage(visit: Visit): Promise<Page | NotFound | Redirect> {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id);
  if (found === null) return notFound('an application');
  visit.concerns('application', id);
  const back = `/practitioners/applications/${id}`;
  const whyNot = whyNotBy(found, signedIn(visit));
  if (whyNot !== null && visit.formState.refusals.length === 0) return redirect(back);
  const name = fullName(found.child);
  const { reading } = found;
  return page({
    title: `Decide for ${name}`,
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: back, text: `Back to ${name}` }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${found.application.reference}</span><h1 class="govuk-heading-l">Decide for ${name}</h1>
${whyNot !== null && insetText({ text: whyNot.message })}
${reading.ok ? await form(visit, { reading: reading.value, draft: await draftOf(visit, id) }) : html`<p class="govuk-body">${reading.message}</p>`}
</div></div>`,
  });
}

async function form(
  visit: Visit,
  { reading, draft }: { readonly reading: Reading; readonly draft: Draft | null },
): Promise<Html> {
  const { recommendation } = reading;
  const position = await fundNow(visit, reading.says.scheme);
  const isStopped =
    position !== null &&
    wouldPass(position, recommendedGiving(recommendation)?.amount ?? null) &&
    !hasPowerToOverspend(visit, signedIn(visit));
  return html`${summaryList({
    rows: [
      { key: { text: 'Scheme recommends' }, value: { html: recommendationWords(recommendation) } },
      { key: { text: 'Under' }, value: { text: `${reading.scheme.name}, version ${reading.version.id}` } },
      position !== null && {
        key: { text: 'The year’s budget' },
        value: { text: budgetSentence(position, null).text },
      },
    ],
  })}
${isStopped && position !== null && warningText({ text: fundSpent(position).message })}
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'kind',
    label: 'What do you decide?',
    saved: savedChoice(draft, recommendation, isStopped),
    options: options(reading),
  })}
${reading.bands.length > 0 && otherFigures(visit, reading, draft)}
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

/** What a yes means where the scheme gives no amount by itself. */
const agreedHints: Readonly<Record<string, string>> & { readonly other: string } = {
  register: 'The child can join. No money is paid to the family.',
  'assessed service': 'The support plan says what the help is, and how much.',
  other: 'The scheme sets no amount.',
};

/** Everything that the scheme has stands by itself, so that nothing is hidden behind an answer. */
function options({ recommendation, bands, scheme }: Reading): readonly Option[] {
  const recommended = recommendedGiving(recommendation);
  const all: Option[] = [];
  if (recommended !== null)
    all.push({ value: 'recommended', text: `Award ${givingWords(recommended)}, as recommended` });
  for (const band of bands) {
    if (isSameGiving(band.giving, recommended)) continue;
    all.push({
      value: bandChoice(band.id),
      text: `Award ${givingWords(band.giving)}${band.isReduced ? ' at the reduced rate' : ''}`,
      hint: band.words,
    });
  }
  if (bands.length === 0)
    all.push({
      value: 'agree',
      text: `Say yes${recommendation.kind === 'agree' ? ', as recommended' : ''}`,
      hint: agreedHints[scheme.kind] ?? agreedHints.other,
    });
  if (bands.length > 0) {
    const isMoney = bands.some(({ giving }) => giving.amount !== null);
    all.push({
      value: 'amount',
      text: isMoney ? 'Award another amount, given below' : 'Award something else, given below',
    });
  }
  const refuses = recommendation.kind === 'refuse';
  const refersTo = recommendation.kind === 'refer' ? recommendation.to : null;
  const as = (isIt: boolean) => (isIt ? ', as recommended' : '');
  all.push(
    { value: 'wait', text: `Put on the waiting list${as(recommendation.kind === 'wait')}` },
    { value: 'refer-assessment', text: `Send to an assessment${as(refersTo === 'assessment')}` },
    { value: 'refer-panel', text: `Send to the panel${as(refersTo === 'panel')}` },
    { value: 'refuse', text: `Refuse${as(refuses)}` },
  );
  return all;
}

/** A box for each figure that this scheme's bands have. */
function otherFigures(visit: Visit, { bands }: Reading, draft: Draft | null): Html {
  const hint = 'Only if you chose that above';
  const has = (figure: 'amount' | 'minutes' | 'nights') =>
    bands.some(({ giving }) => giving[figure] !== null);
  const counted = (field: string, label: string, saved: number | null) =>
    lineQuestion(visit, {
      field,
      label,
      hint,
      saved: saved === null ? null : String(saved),
      width: 5,
      inputmode: 'numeric',
    });
  const hours = draft === null || draft.minutes === null ? null : Math.trunc(draft.minutes / 60);
  return html`${
    has('amount') &&
    lineQuestion(visit, {
      field: 'amount',
      label: 'Another amount, in pounds',
      hint,
      saved: draft === null || draft.amount === null ? null : amountText(draft.amount),
      prefix: '£',
      width: 5,
      inputmode: 'decimal',
    })
  }${has('minutes') && counted('hours', 'Other hours', hours)}${has('nights') && counted('nights', 'Other nights', draft?.nights ?? null)}`;
}

function savedChoice(draft: Draft | null, recommendation: Recommendation, isStopped: boolean): string | null {
  if (draft !== null)
    return draft.kind === 'band' && draft.bandId !== null ? bandChoice(draft.bandId) : draft.kind;
  if (isStopped) return 'wait';
  switch (recommendation.kind) {
    case 'award':
      return 'recommended';
    case 'agree':
      return 'agree';
    case 'wait':
      return 'wait';
    case 'refer':
      return recommendation.to === 'panel' ? 'refer-panel' : 'refer-assessment';
    default:
      return null;
  }
}
