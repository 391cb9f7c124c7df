import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { backLink, insetText, notificationBanner, summaryList, tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { type ComplaintCase, childNameOf, complaintOf, dueBy, filesOf } from '../case-of-complaint.ts';
import { type ComplaintStep, outcomeWords } from '../domain/complaint.ts';
import { actLinks } from './desk-forms.ts';
import { dueTag, linesOf, phaseWords, standingWords, stepWords, wayWords } from './words.ts';

/** A complaint at work: what was said, where it stands against its clocks, and what can be done now. */
export async function deskCasePage(visit: Visit): Promise<Answer> {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  const childName = await childNameOf(visit, found.childId);
  const files = await filesOf(visit, found.id);
  return page({
    title: `Complaint ${found.reference}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/complaints', text: 'Complaints' }),
    main: html`${visit.query.has('done') && notificationBanner({ type: 'success', text: 'It is written down.' })}
<span class="govuk-caption-l">${childName ?? 'About no one child'}</span>
<h1 class="govuk-heading-l">Complaint ${found.reference}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<div class="daybreak-panel"><p class="govuk-body">${dueTag(found, visit.clock.today())}</p>
<p class="govuk-body-l govuk-!-margin-bottom-0"><strong>${phaseWords[found.stand.phase]}</strong>${found.due !== null && html`, by ${formatDate(found.due)}`}</p></div>
${found.wantsAdvocate && !found.steps.some(({ kind }) => kind === 'advocate') && insetText({ text: 'An advocate was asked for. Find one before the first conversation.' })}
${found.lateBecause !== '' && insetText({ html: html`<p class="govuk-body">It happened more than a year before, or came late. Why: ${linesOf(found.lateBecause)}</p>` })}
<h2 class="govuk-heading-m">What was said</h2>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(found.words)}</p></blockquote>
${found.putRight !== '' && html`<p class="govuk-body">What would put it right: ${linesOf(found.putRight)}</p>`}
${files.length > 0 && html`<ul class="govuk-list">${files.map((file) => html`<li><a class="govuk-link daybreak-break" href="/practitioners/complaints/${found.id}/files/${file.id}">${file.name}</a></li>`)}</ul>`}
${actLinks(found)}
<h2 class="govuk-heading-m">Everything that was done</h2>
<ol class="daybreak-timeline">${found.steps.map(line)}</ol>
</div><div class="govuk-grid-column-one-third">${facts(found)}${clocks(visit, found)}${pack(visit, found)}</div></div>`,
  });
}

function facts(found: ComplaintCase): Html {
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const { stand } = found;
  return html`<h2 class="govuk-heading-m">Facts</h2>${summaryList({
    classes: 'daybreak-close',
    rows: [
      row('Made', formatDate(found.madeOn)),
      row('How', wayWords[found.way]),
      row('By', found.name),
      row('Who that is', standingWords[found.standing]),
      row('To reach them', [found.email, found.phone].filter((one) => one !== null).join(', ')),
      ...(found.happenedOn === null ? [] : [row('It happened', formatDate(found.happenedOn))]),
      row('Handled by', stand.givenTo?.name ?? 'Nobody yet'),
      row(
        'About',
        stand.about.length === 0 ? 'Nobody named' : stand.about.map(({ name }) => name).join(', '),
      ),
    ],
  })}`;
}

/** Each clock that ran, with its last day and the day on which it was met. */
function clocks(visit: Visit, { stand }: ComplaintCase): Html | false {
  return (
    stand.past.length > 0 &&
    html`<h2 class="govuk-heading-m">Against the clocks</h2><ul class="govuk-list">${stand.past.map(
      (clock) => {
        const by = dueBy(visit.authority, clock);
        const isLate = Temporal.PlainDate.compare(clock.metOn, by) > 0;
        return html`<li>${clockNames[clock.id] ?? clock.id}: by ${formatDate(by)}, was ${formatDate(clock.metOn)} ${isLate ? tag({ text: 'Late', classes: 'govuk-tag--red' }) : tag({ text: 'In time', classes: 'govuk-tag--green' })}</li>`;
      },
    )}</ul>`
  );
}

/** The whole case as one file, for the Ombudsman; for the complaints officer alone. */
function pack(visit: Visit, { childId }: ComplaintCase): Html | false {
  return (
    childId !== null &&
    visit.person?.roles.includes('complaints-officer') === true &&
    html`<h2 class="govuk-heading-m">For the Ombudsman</h2><p class="govuk-body"><a class="govuk-link" href="/practitioners/children/${childId}/ombudsman-pack.zip" download>Download the whole case</a>, as a zip with one page to read and print. What is about other children is left out.</p>`
  );
}

/** What each clock is for, in a few words. */
export const clockNames: Readonly<Record<string, string>> = {
  'complaint-stage-1': 'Answer at stage 1',
  'complaint-ask-stage-2': 'Ask for stage 2',
  'complaint-stage-2': 'Answer at stage 2',
  'complaint-ask-stage-3': 'Ask for a panel',
  'complaint-panel': 'Hold the panel',
  'complaint-panel-findings': 'Send the findings',
  'complaint-council-response': 'Answer the findings',
};

function line(step: ComplaintStep): Html {
  const { details } = step;
  const facts = [
    details.outcome === undefined ? '' : outcomeWords[details.outcome],
    details.name ?? '',
    step.kind === 'investigators'
      ? `${details.investigator ?? ''} and, independent, ${details.independent ?? ''}`
      : '',
    details.pence === undefined ? '' : formatPounds(pence(details.pence)),
    details.by === undefined ? '' : `by ${formatDate(Temporal.PlainDate.from(details.by))}`,
  ].filter((one) => one !== '');
  return html`<li><strong>${formatDate(dateInEngland(step.at))}</strong> ${step.personName}<br>${stepWords[step.kind]}${facts.length > 0 && `: ${facts.join(', ')}`}${step.words !== '' && html`<br>${linesOf(step.words)}`}</li>`;
}
