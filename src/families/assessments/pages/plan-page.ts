import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { backLink, button, details, notificationBanner, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { dateQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { lineLacks, type PlanLine } from '../domain/plan.ts';
import { type PlanFile, planFileOf } from '../plan-file.ts';
import { costTable } from './cost-table.ts';
import { amountWords, kindNames, moment, payerNames, planTag, typed, wayNames, wishNames } from './words.ts';

/** A support plan for practitioners: its lines with what each costs, what it lacks, and what to do next. */
export async function planPage(visit: Visit): Promise<Answer> {
  const file = await planFileOf(visit);
  if (file === null) return notFound('a plan');
  const { plan } = file;
  const name = fullName(file.child);
  const isDraft = plan.state === 'draft';
  const here = `/practitioners/plans/${plan.id}`;
  return page({
    title: `${name}: support plan`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/assessments', text: 'Assessments and plans' }),
    main: html`${errorsOf(visit)}${told(visit)}
<span class="govuk-caption-l">Support plan ${plan.reference}</span><h1 class="govuk-heading-l">${name}</h1>
<ul class="daybreak-facts"><li>${planTag(plan.state)}</li><li>${formatDate(plan.startsOn)} to ${formatDate(plan.endsOn)}</li><li>Written by ${plan.writtenByName}</li>
<li><a class="govuk-link" href="/practitioners/assessments/${plan.assessmentId}">The assessment</a></li></ul>
<div class="daybreak-panel"><p class="daybreak-soft govuk-!-margin-bottom-1">All lines together, in a year</p><p class="daybreak-figure">${formatPounds(file.cost)}</p>
${nextStep(visit, file)}</div>
${file.lines.map((line, index) => lineCard(visit, { file, line, index, isDraft }))}
${isDraft && html`<p>${button({ text: 'Add a line', href: `${here}/lines/new`, classes: 'govuk-button--secondary' })}</p>${datesForm(visit, file)}`}
${wordsOfFamily(file)}
${(isDraft || plan.state === 'ready') && visit.person?.roles.includes('finance-officer') !== true && stopForm(visit, file)}
${history(file)}`,
  });
}

const toldWords: ReadonlyMap<string, string> = new Map([
  ['ready', 'Ready. The family has been told that it can read its copy.'],
  ['agreed', 'Agreed. The awards are made and the family has been told.'],
  ['returned', 'Returned to its writer.'],
  ['to-panel', 'Sent to the panel.'],
  ['closed', 'Stopped. Another plan can be begun from the assessment.'],
  ['paid', 'Recorded: the payments are arranged.'],
]);

function told(visit: Visit): Html {
  const text = toldWords.get(visit.query.get('told') ?? '');
  return text === undefined ? nothing : notificationBanner({ type: 'success', text });
}

function nextStep(visit: Visit, file: PlanFile): Html {
  const { plan } = file;
  const here = `/practitioners/plans/${plan.id}`;
  const has = (role: string) => visit.person?.roles.includes(role) === true;
  if (plan.state === 'draft')
    return file.lacking.length === 0
      ? formTo(visit, button({ text: 'The plan is ready', preventDoubleClick: true }), {
          to: `${here}/ready`,
        })
      : html`<p class="govuk-body"><strong>Still missing</strong></p><ul class="govuk-list govuk-list--bullet">${file.lacking.map((one) => html`<li>${one}</li>`)}</ul>`;
  if (plan.state === 'ready')
    return html`<p class="govuk-body">It waits for a team manager who has not assessed or written any of it.</p>${has('team-manager') && button({ text: 'Agree, send to the panel, or return', href: `${here}/settle` })}`;
  if (plan.state === 'at-panel') return html`<p class="govuk-body">With the panel: ${plan.panelBecause}</p>`;
  if (plan.state !== 'agreed') return nothing;
  return html`<p class="govuk-body">Agreed by ${plan.agreedByName}${plan.agreedAt !== null && html` on ${moment(plan.agreedAt)}`}.${plan.agreedWords !== '' && html` ${typed(plan.agreedWords)}`}</p>
${file.payment !== null && html`<p class="govuk-body">Payments arranged by ${file.payment.byName} on ${moment(file.payment.at)}. ${file.payment.words}</p>`}
${
  file.payment === null &&
  has('finance-officer') &&
  formTo(
    visit,
    html`${wordsQuestion(visit, { field: 'words', label: 'Note about the payments (optional)', rows: 2 })}${button({ text: 'The payments are arranged', preventDoubleClick: true })}`,
    { to: `${here}/payment` },
  )
}`;
}

function lineCard(
  visit: Visit,
  given: {
    readonly file: PlanFile;
    readonly line: PlanLine;
    readonly index: number;
    readonly isDraft: boolean;
  },
): Html {
  const { file, line, index, isDraft } = given;
  const here = `/practitioners/plans/${file.plan.id}/lines/${line.id}`;
  const wish = file.wishes.get(line.id);
  const lacks = lineLacks(line);
  const row = (key: string, text: string) =>
    text !== '' && { key: { text: key }, value: { html: typed(text) } };
  return html`${summaryList({
    card: {
      title: {
        text: `${index + 1}. ${line.support === '' ? 'No support named yet' : line.support}`,
        headingLevel: 2,
      },
      ...(isDraft
        ? { actions: { items: [{ href: here, text: 'Change', visuallyHiddenText: `line ${index + 1}` }] } }
        : {}),
    },
    rows: [
      row('Need', line.need),
      row('Outcome', line.outcome),
      line.breakKind !== null && row('Kind', kindNames[line.breakKind]),
      line.amount !== null && row('Amount', amountWords(line.amount)),
      line.way !== null && row('Way', wayNames[line.way]),
      row('Paid by', payerNames[line.paidBy]),
      line.legalBasis !== null &&
        row('Nights under', line.legalBasis === 'section-17' ? 'Section 17(6)' : 'Section 20(4)'),
      row('Why', line.why),
      line.yearlyCost !== null && row('Cost in a year', formatPounds(line.yearlyCost)),
      !line.isComplete &&
        row('Missing', lacks.length === 0 ? 'Nothing: save it as complete' : lacks.join(', ')),
      wish !== undefined && row('The family would like it', wishNames[wish]),
    ],
  })}
${line.amount !== null && line.amount.measure !== 'money' && details({ summaryText: `What line ${index + 1} costs at each ratio and in each way`, html: costTable({ amount: line.amount, prices: file.prices }) })}
${isDraft && formTo(visit, button({ text: `Remove line ${index + 1}`, classes: 'govuk-button--secondary' }), { to: `${here}/remove` })}`;
}

function stopForm(visit: Visit, file: PlanFile): Html {
  return details({
    summaryText: 'Stop this plan',
    html: formTo(
      visit,
      html`<p class="govuk-body">It stays in the child’s record. Another plan can then be begun.</p>
${wordsQuestion(visit, { field: 'words', label: 'Why is it stopped?', rows: 2 })}${button({ text: 'Stop the plan', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
      { to: `/practitioners/plans/${file.plan.id}/close` },
    ),
  });
}

function datesForm(visit: Visit, file: PlanFile): Html {
  return details({
    summaryText: 'Change the first and the last day',
    html: formTo(
      visit,
      html`${dateQuestion(visit, { field: 'startsOn', label: 'First day', savedDate: file.plan.startsOn })}
${dateQuestion(visit, { field: 'endsOn', label: 'Last day', savedDate: file.plan.endsOn })}${button({ text: 'Save the days', classes: 'govuk-button--secondary' })}`,
      { to: `/practitioners/plans/${file.plan.id}/dates` },
    ),
  });
}

function wordsOfFamily(file: PlanFile): Html {
  if (file.comments.length === 0) return nothing;
  const said = { agrees: 'agrees.', 'does-not-agree': 'does not agree.', comment: 'says:' };
  return html`<section aria-labelledby="family"><h2 class="govuk-heading-m" id="family">What the family says</h2><ol class="daybreak-timeline">${file.comments.map((one) => html`<li><span class="daybreak-soft">${moment(one.saidAt)}</span><br>${one.personName} ${said[one.answer]}<br>${typed(one.words)}</li>`)}</ol></section>`;
}

const done: Readonly<Record<PlanFile['steps'][number]['kind'], string>> = {
  begun: 'began the plan',
  'line-saved': 'saved a line',
  'line-removed': 'removed a line',
  'made-ready': 'made it ready',
  'to-panel': 'sent it to the panel',
  returned: 'returned it',
  agreed: 'agreed it',
  paid: 'arranged the payments',
  closed: 'stopped it',
};

function history(file: PlanFile): Html {
  return html`<section aria-labelledby="way"><h2 class="govuk-heading-m govuk-!-margin-top-8" id="way">What has happened</h2>
<ol class="daybreak-timeline">${file.steps.map((one) => html`<li><span class="daybreak-soft">${moment(one.doneAt)}</span><br>${one.personName} ${done[one.kind]}${one.words !== '' && html`: ${typed(one.words)}`}</li>`)}</ol></section>`;
}
