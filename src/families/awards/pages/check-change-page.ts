import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { backLink, button, summaryList } from '#platform/govuk/index.ts';
import { type FormBody, firstValue } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { actOf, asksForAnything, bodyOf, queryOf, readAct } from '../asked-act.ts';
import { type AwardFile, awardFile } from '../award-file.ts';
import { type ChangeAhead, changeAhead } from '../change-ahead.ts';
import { changeSentence } from '../change-words.ts';
import type { Act } from '../domain/act.ts';
import { amountsOn } from '../domain/change.ts';
import { formatGranted } from '../domain/granted.ts';
import { changeForm } from './change-award-page.ts';

/** Says what a change would do, before it is made, and asks why. */
export async function checkChangePage(visit: Visit): Promise<Page | NotFound> {
  const act = actOf(visit.params.act);
  const file = await awardFile(visit);
  if (file === null || act === null) return notFound('an award');
  visit.concerns('award', file.award.id);
  const body = visit.formState.isTyped ? visit.formState.values : bodyOf(visit.query);
  if (!asksForAnything(body) && !visit.formState.isTyped && body.size === 0)
    return changeForm(visit, file, act);
  const asked = readAct(file, act, body);
  if (!asked.ok) {
    const formState = { values: body, refusals: asked.refusals, isTyped: true };
    return changeForm({ ...visit, formState }, file, act);
  }
  return check(visit, { file, act, body, ahead: changeAhead(visit, file, asked.value) });
}

type Ready = {
  readonly file: AwardFile;
  readonly act: Act;
  readonly body: FormBody;
  readonly ahead: ChangeAhead;
};

const buttonWords: Readonly<Record<Act, string>> = {
  change: 'Change the award',
  suspend: 'Suspend the award',
  resume: 'Let the award go on',
  end: 'End the award',
};

function check(visit: Visit, { file, act, body, ahead }: Ready): Page {
  const { award, child } = file;
  const at = `/practitioners/awards/${award.id}/${act}`;
  const title = ahead.isRaise ? 'Ask for a raise' : 'Check what this does';
  return page({
    title,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `${at}?${queryOf(body)}` }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${fullName(child)}, ${award.reference}</span><h1 class="govuk-heading-l">${title}</h1>
${effects(file, ahead)}
${formTo(
  visit,
  html`${[...body].filter(([field]) => /^(amount|hours|nights|from-(day|month|year))$/.test(field)).map(([field]) => html`<input type="hidden" name="${field}" value="${firstValue(body, field)}">`)}
${wordsQuestion(visit, {
  field: 'reason',
  label: 'Why?',
  hint: ahead.isRaise
    ? 'The team manager reads this, and if they agree the family does.'
    : 'The family reads this, in the message that we send at once.',
  rows: 4,
})}
<div class="govuk-button-group">${button({
    text: ahead.isRaise ? 'Ask a team manager' : buttonWords[act],
    preventDoubleClick: true,
    ...(act === 'end' ? { classes: 'govuk-button--warning' } : {}),
  })}<a class="govuk-link" href="/practitioners/awards/${award.id}">Leave it as it is</a></div>`,
  { to: `${at}/check` },
)}</div></div>`,
  });
}

function effects(file: AwardFile, { change, difference, isRaise }: ChangeAhead): Html {
  const { award, changes } = file;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const before = formatGranted({ ...amountsOn(award, changes, change.from), per: award.per });
  const money =
    difference === null || difference === 0
      ? 'Nothing changes in the budget.'
      : difference < 0
        ? `${formatPounds(pence(-difference))} of it is not needed any more and goes back to the budget.`
        : `${formatPounds(difference)} more is promised from the budget.`;
  return summaryList({
    rows: [
      text('Until then', `${before}, from ${formatDate(award.startsOn)}`),
      text('What happens', changeSentence(award.per, change)),
      text('Money', money),
      isRaise &&
        text('Who agrees', 'A team manager who is somebody else than you and did not decide the award.'),
    ],
  });
}
