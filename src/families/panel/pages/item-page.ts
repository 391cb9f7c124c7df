import { amountWords, wayNames } from '#families/assessments/index.ts';
import { fullName } from '#families/register/index.ts';
import { ageOn, formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { backLink, button, details, insetText, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { goneBecause, type ItemFile, itemFileOf, mayRecord } from '../item-file.ts';
import { outcomeTag, typed, waited } from './words.ts';

/** The papers of an item, for who may open them, with the way to declare an interest and to record. */
export async function itemPage(visit: Visit): Promise<Answer> {
  const file = await itemFileOf(visit);
  if (file === null) return notFound('an item');
  const { child, meeting } = file;
  const name = fullName(child);
  const gone = goneBecause(file);
  const here = `/practitioners/panel/items/${file.item.id}`;
  const isRecorder = visit.person !== null && mayRecord(file, visit.person.id);
  return page({
    title: `${name}: papers of the panel`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({
      href: `/practitioners/panel/${meeting.id}`,
      text: `Panel on ${formatDate(meeting.heldOn)}`,
    }),
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">Papers of the panel, ${formatDate(meeting.heldOn)}</span><h1 class="govuk-heading-l">${name}</h1>
<ul class="daybreak-facts"><li>${ageOn(child.bornOn, visit.clock.today())} years old</li><li>Has waited ${waited(file.item.waitingSince, visit.clock.today())}</li>${file.decision !== null && html`<li>${outcomeTag(file.decision.outcome)}</li>`}</ul>
${gone !== null && insetText({ text: gone })}${comingOfAge(visit, file)}
${file.item.because !== '' && html`<p class="govuk-body govuk-!-margin-top-4">Before the panel because: ${file.item.because}</p>`}
${file.decision !== null && decided(file)}
${file.decision === null && gone === null && meeting.state === 'papers-issued' && isRecorder && html`<p>${button({ text: 'Record what is decided', href: `${here}/decide` })}</p>`}
${planOf(file)}${applicationOf(file)}
${
  file.decision === null &&
  details({
    summaryText: 'I have an interest in this',
    html: formTo(
      visit,
      html`<p class="govuk-body">Say so if you know the family, or would gain or lose by what is decided. The item and the family’s case are then closed to you at once, and you have no vote on it. You cannot take this back.</p>
${wordsQuestion(visit, { field: 'words', label: 'What is it? (optional)', rows: 2 })}${button({ text: 'I have an interest', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
      { to: `${here}/interest` },
    ),
  })
}`,
  });
}

/** A child who is, or soon will be, an adult: other law then holds, and the panel should know before it decides. */
function comingOfAge(visit: Visit, { child, meeting }: ItemFile): Html {
  const adult = child.bornOn.add({ years: 18 });
  const isAdult = Temporal.PlainDate.compare(adult, visit.clock.today()) <= 0;
  if (!isAdult && Temporal.PlainDate.compare(adult, meeting.heldOn.add({ years: 1 })) > 0) return nothing;
  return insetText({
    text: isAdult
      ? `${child.givenName} turned 18 on ${formatDate(adult)}. What is agreed for a child does not go on by itself: see what adult social care gives.`
      : `${child.givenName} turns 18 on ${formatDate(adult)}, before a year has passed.`,
  });
}

export function decided({ decision }: ItemFile): Html {
  if (decision === null) return nothing;
  const named = (vote: string) =>
    decision.votes
      .filter((one) => one.vote === vote)
      .map((one) => one.name)
      .join(', ') || 'nobody';
  const row = (key: string, text: string) =>
    text !== '' && { key: { text: key }, value: { html: typed(text) } };
  return summaryList({
    rows: [
      { key: { text: 'Decided' }, value: { html: outcomeTag(decision.outcome) } },
      row('Reasons', decision.reasons),
      row('Conditions', decision.conditions),
      row('Agreed instead', decision.less),
      row('For', named('for')),
      row('Against', named('against')),
      row('Abstained', named('abstained')),
      row('Recorded by', decision.recordedByName),
    ],
  });
}

function planOf({ plan, assessment }: ItemFile): Html {
  if (plan === null) return nothing;
  const row = (key: string, text: string) => ({ key: { text: key }, value: { html: typed(text) } });
  return html`<h2 class="govuk-heading-m">The plan, ${plan.plan.reference}</h2>
<div class="daybreak-panel"><p class="daybreak-soft govuk-!-margin-bottom-1">All lines together, in a year</p><p class="daybreak-figure">${formatPounds(plan.cost)}</p></div>
${plan.lines.map((line, index) =>
  summaryList({
    card: { title: { text: `${index + 1}. ${line.support}`, headingLevel: 3 } },
    rows: [
      row('Need', line.need),
      row('Outcome', line.outcome),
      line.amount !== null && row('Amount', amountWords(line.amount)),
      line.way !== null && row('Way', wayNames[line.way]),
      line.yearlyCost !== null && row('Cost in a year', formatPounds(line.yearlyCost)),
      row('Why', line.why),
    ],
  }),
)}
${plan.comments.length > 0 && html`<h2 class="govuk-heading-m">What the family says of the plan</h2>${plan.comments.map((one) => html`<blockquote class="daybreak-quote"><p class="govuk-body">${one.personName}: ${one.answer.replaceAll('-', ' ')}. ${typed(one.words)}</p></blockquote>`)}`}
${
  assessment !== null &&
  details({
    summaryText: 'The assessment',
    html: html`${assessment.sections
      .filter((section) => (assessment.newest.get(section.key)?.words ?? '') !== '')
      .map(
        (section) =>
          html`<h3 class="govuk-heading-s">${section.title}</h3><p class="govuk-body">${typed(assessment.newest.get(section.key)?.words ?? '')}</p>`,
      )}`,
  })
}`;
}

function applicationOf({ application }: ItemFile): Html {
  if (application === null) return nothing;
  const { purpose, impact } = application.answers;
  const row = (key: string, text: string | undefined) =>
    text !== undefined && text !== '' && { key: { text: key }, value: { html: typed(text) } };
  return html`<h2 class="govuk-heading-m">The application, ${application.reference}</h2>
${summaryList({ rows: [row('What it is for', purpose?.what), row('How it helps', purpose?.how), row('What it is like at home', impact?.why)] })}`;
}
