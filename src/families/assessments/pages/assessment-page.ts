import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, notificationBanner, taskList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { type AssessmentFile, assessmentFileOf } from '../assessment-file.ts';
import { kindWords } from '../domain/assessment.ts';
import type { Section } from '../domain/sections.ts';
import { assessmentTag, moment, typed } from './words.ts';

/** One assessment for practitioners: its sections and where each stands, visits, the family's words, what was done. */
export async function assessmentPage(visit: Visit): Promise<Answer> {
  const file = await assessmentFileOf(visit);
  if (file === null) return notFound('an assessment');
  const { assessment, child } = file;
  const name = fullName(child);
  const isWriting = assessment.state === 'in-progress';
  const kind = kindWords[assessment.kind];
  return page({
    title: `${name}: ${kind}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/assessments', text: 'Assessments and plans' }),
    main: html`${errorsOf(visit)}${told(visit)}
<span class="govuk-caption-l">${kind.charAt(0).toUpperCase()}${kind.slice(1)}, ${assessment.reference}</span>
<h1 class="govuk-heading-l">${name}${assessment.carerName !== '' && html`: ${assessment.carerName} as a carer`}</h1>
<ul class="daybreak-facts"><li>${assessmentTag(assessment.state)}</li>
<li>Asked for ${moment(assessment.askedAt)}</li><li>To be finished by ${formatDate(assessment.dueOn)}</li>
${assessment.assessorName !== '' && html`<li>Assessor: ${assessment.assessorName}</li>`}</ul>
${assessment.askedWords !== '' && html`<blockquote class="daybreak-quote govuk-!-margin-top-4"><p class="govuk-body">${typed(assessment.askedWords)}</p></blockquote>`}
${nextStep(visit, file)}
${
  assessment.state !== 'asked' &&
  html`<div class="daybreak-beside"><section aria-labelledby="sections"><h2 class="govuk-heading-m" id="sections">What we found out</h2>
${taskList({ items: file.sections.map((section) => task(file, section)) })}
${isWriting && html`<p class="govuk-body"><a class="govuk-link" href="/practitioners/assessments/${assessment.id}/people">Add a sibling or a carer</a></p>`}
</section>
<div>${visitsOf(file, isWriting)}${wordsOfFamily(file)}</div></div>
${!isWriting && whole(file)}`
}
${history(file)}`,
  });
}

const toldWords: ReadonlyMap<string, string> = new Map([
  ['submitted', 'Handed in. The family has been told that it can read its copy.'],
  ['agreed', 'Agreed. The family has been told.'],
  ['returned', 'Given back to be written further.'],
  ['closed', 'Stopped. The family has been told.'],
]);

function told(visit: Visit): Html {
  const text = toldWords.get(visit.query.get('told') ?? '');
  return text === undefined ? nothing : notificationBanner({ type: 'success', text });
}

function nextStep(visit: Visit, file: AssessmentFile): Html {
  const { assessment } = file;
  const here = `/practitioners/assessments/${assessment.id}`;
  if (assessment.state === 'asked')
    return html`<div class="daybreak-panel"><p class="govuk-body">Nobody has taken this up yet. Whoever does is its assessor, and somebody else agrees it.</p>
${formTo(visit, button({ text: 'I take this up', preventDoubleClick: true }), { to: `${here}/take-up` })}</div>`;
  if (assessment.state === 'in-progress')
    return html`<div class="daybreak-panel">${
      file.lacking.length === 0
        ? html`<p class="govuk-body">Everything is written. When you hand it in, the family reads its copy and a team manager agrees it.</p>${formTo(visit, button({ text: 'Hand it in', preventDoubleClick: true }), { to: `${here}/submit` })}`
        : html`<p class="govuk-body"><strong>Still to do before you hand it in</strong></p><ul class="govuk-list govuk-list--bullet">${file.lacking.map((one) => html`<li>${one}</li>`)}</ul>`
    }</div>`;
  if (assessment.state === 'submitted')
    return html`<div class="daybreak-panel"><p class="govuk-body">It waits for a team manager who has not written any part of it.</p>
${visit.person?.roles.includes('team-manager') === true && button({ text: 'Agree it, or give it back', href: `${here}/settle` })}</div>`;
  if (assessment.state === 'agreed' && assessment.kind === 'child-and-family')
    return html`<div class="daybreak-panel"><p class="govuk-body">Agreed by ${assessment.agreedByName}${assessment.agreedAt !== null && html` on ${moment(assessment.agreedAt)}`}.</p>
${formTo(visit, button({ text: 'Begin the support plan', preventDoubleClick: true }), { to: `${here}/plan` })}</div>`;
  return nothing;
}

function task(file: AssessmentFile, section: Section) {
  const written = file.newest.get(section.key);
  const isDone = written !== undefined && written.words !== '';
  return {
    title: { text: section.title },
    href: `/practitioners/assessments/${file.assessment.id}/sections/${section.key}`,
    ...(isDone
      ? {
          hint: {
            text: `${written.writtenByName}, ${moment(written.writtenAt)}, version ${written.version}`,
          },
        }
      : {}),
    status: isDone
      ? { text: 'Written' }
      : section.isOptional
        ? { text: 'If needed' }
        : { tag: { text: 'To do', classes: 'govuk-tag--blue' } },
  };
}

function visitsOf(file: AssessmentFile, isWriting: boolean): Html {
  return html`<section aria-labelledby="visits"><h2 class="govuk-heading-m" id="visits">Visits and talks</h2>
${file.visits.length === 0 && html`<p class="govuk-body">None yet.</p>`}
<ol class="daybreak-timeline">${file.visits.map((one) => html`<li><strong>${formatDate(one.visitedOn)}</strong>, ${one.place}<br>${one.peopleSeen}. ${one.wasChildSeen ? 'The child was seen.' : 'The child was not seen.'}${one.words !== '' && html`<br>${typed(one.words)}`}<br><span class="daybreak-soft">${one.recordedByName}</span></li>`)}</ol>
${isWriting && html`<p class="govuk-body"><a class="govuk-link" href="/practitioners/assessments/${file.assessment.id}/visit">Record a visit or a talk</a></p>`}</section>`;
}

const said = {
  comment: 'said',
  correction: 'says that something is wrong or missing:',
  agrees: 'says that it is right.',
};

function wordsOfFamily(file: AssessmentFile): Html {
  if (file.comments.length === 0) return nothing;
  return html`<section aria-labelledby="family"><h2 class="govuk-heading-m" id="family">What the family says of its copy</h2>
<ol class="daybreak-timeline">${file.comments.map((one) => html`<li><span class="daybreak-soft">${moment(one.saidAt)}</span><br>${one.personName} ${said[one.kind]}<br>${typed(one.words)}</li>`)}</ol></section>`;
}

function whole(file: AssessmentFile): Html {
  const written = file.sections.filter((section) => (file.newest.get(section.key)?.words ?? '') !== '');
  return html`<h2 class="govuk-heading-l govuk-!-margin-top-8">The assessment</h2>${written.map(
    (section) =>
      html`<h3 class="govuk-heading-s">${section.title}</h3><p class="govuk-body">${typed(file.newest.get(section.key)?.words ?? '')}</p>`,
  )}`;
}

const done = {
  asked: 'asked for it',
  'taken-up': 'took it up',
  submitted: 'handed it in',
  returned: 'gave it back',
  agreed: 'agreed it',
  closed: 'stopped it',
};

function history(file: AssessmentFile): Html {
  return html`<section aria-labelledby="way"><h2 class="govuk-heading-m govuk-!-margin-top-8" id="way">What has happened</h2>
<ol class="daybreak-timeline">${file.steps.map((one) => html`<li><span class="daybreak-soft">${moment(one.doneAt)}</span><br>${one.personName} ${done[one.kind]}${one.words !== '' && one.kind !== 'asked' && html`: ${typed(one.words)}`}</li>`)}</ol></section>`;
}
