import { fullName } from '#families/register/index.ts';
import { backLink, button, details } from '#platform/govuk/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { type AssessmentFile, assessmentFileOf } from '../assessment-file.ts';
import { moment, typed } from './words.ts';

function framed(file: AssessmentFile, given: { readonly title: string; readonly main: Html }): Answer {
  const name = fullName(file.child);
  return page({
    title: given.title,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/assessments/${file.assessment.id}`, text: name }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${given.main}</div></div>`,
  });
}

/** One section: what holds now, and every version before it. */
export async function sectionPage(visit: Visit): Promise<Answer> {
  const file = await assessmentFileOf(visit);
  const section = file?.sections.find((one) => one.key === visit.params.section);
  if (file === null || section === undefined) return notFound('a section');
  const versions = file.versions.filter((one) => one.section === section.key).toReversed();
  const newest = versions[0];
  const isWriting = file.assessment.state === 'in-progress';
  // Somebody else's newer words are to be seen before they are replaced, so the base stays as it was typed.
  const isStale = visit.formState.isTyped && firstValue(visit.form, 'base') !== String(newest?.version ?? 0);
  return framed(file, {
    title: section.title,
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">${fullName(file.child)}</span>
<h1 class="govuk-heading-l">${section.title}</h1>
${
  isWriting
    ? formTo(
        visit,
        html`${wordsQuestion(visit, { field: 'words', label: 'What you found out', hint: section.hint, saved: newest?.words ?? '', rows: 12 })}
<input type="hidden" name="base" value="${newest?.version ?? 0}">
${button({ text: 'Save', preventDoubleClick: true })}`,
      )
    : html`<p class="govuk-body">${newest === undefined ? 'Nothing was written here.' : typed(newest.words)}</p>`
}
${isStale && newest !== undefined && html`<h2 class="govuk-heading-m">What ${newest.writtenByName} saved</h2><blockquote class="daybreak-quote"><p class="govuk-body">${typed(newest.words)}</p></blockquote>`}
${versions.length > 1 && details({ summaryText: `Earlier versions (${versions.length - 1})`, html: html`${versions.slice(1).map((one) => html`<h2 class="govuk-heading-s">Version ${one.version}, ${one.writtenByName}, ${moment(one.writtenAt)}</h2><p class="govuk-body">${typed(one.words)}</p>`)}` })}`,
  });
}

/** Where a sibling or a carer is named. */
export async function peoplePage(visit: Visit): Promise<Answer> {
  const file = await assessmentFileOf(visit);
  if (file === null) return notFound('an assessment');
  return framed(file, {
    title: 'Add a sibling or a carer',
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">${fullName(file.child)}</span>
<h1 class="govuk-heading-l">Add a sibling or a carer</h1>
<p class="govuk-body">Everybody named has a section of their own. In it now: ${file.people.length === 0 ? 'nobody' : file.people.map((one) => `${one.name} (${one.kind})`).join(', ')}.</p>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'kind',
    label: 'Who is it?',
    options: [
      { value: 'sibling', text: 'A brother or sister' },
      {
        value: 'carer',
        text: 'Somebody who cares',
        hint: 'A parent, grandparent, or anybody else who gives care.',
      },
    ],
  })}
${lineQuestion(visit, { field: 'name', label: 'Name' })}
${lineQuestion(visit, { field: 'about', label: 'About them (optional)', hint: 'For example: 9 years old; grandmother, lives near.' })}
${button({ text: 'Add', preventDoubleClick: true })}`,
)}`,
  });
}

/** Where a visit or a talk is recorded. */
export async function visitPage(visit: Visit): Promise<Answer> {
  const file = await assessmentFileOf(visit);
  if (file === null) return notFound('an assessment');
  return framed(file, {
    title: 'Record a visit or a talk',
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">${fullName(file.child)}</span>
<h1 class="govuk-heading-l">Record a visit or a talk</h1>
${formTo(
  visit,
  html`${dateQuestion(visit, { field: 'visitedOn', label: 'When was it?', savedDate: visit.clock.today() })}
${lineQuestion(visit, { field: 'place', label: 'Where?', hint: 'At home, at school, by telephone' })}
${lineQuestion(visit, { field: 'peopleSeen', label: 'Whom did you see or speak to?' })}
${choiceQuestion(visit, {
  field: 'seen',
  label: 'Did you see the child?',
  isInline: true,
  options: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}
${wordsQuestion(visit, { field: 'words', label: 'Notes (optional)', rows: 6 })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
  });
}

/** Where a team manager agrees an assessment, gives it back, or stops it. */
export async function settlePage(visit: Visit): Promise<Answer> {
  const file = await assessmentFileOf(visit);
  if (file === null) return notFound('an assessment');
  return framed(file, {
    title: 'Agree this assessment, or give it back',
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">${fullName(file.child)}, ${file.assessment.reference}</span>
<h1 class="govuk-heading-l">Agree this assessment, or give it back</h1>
<p class="govuk-body">Written by ${[...new Set(file.versions.map((one) => one.writtenByName))].join(', ')}. ${file.comments.some((one) => one.kind === 'correction') && html`<strong>The family says that something is wrong or missing: read its words first.</strong>`}</p>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'choice',
    label: 'What do you decide?',
    options: [
      { value: 'agree', text: 'I agree it' },
      { value: 'return', text: 'Give it back', hint: 'Write below what is missing.' },
      { value: 'close', text: 'Stop it', hint: 'Write below why. The family is told and can ask again.' },
    ],
  })}
${wordsQuestion(visit, { field: 'words', label: 'Your words', hint: 'Needed to give it back or to stop it.', rows: 4 })}
${button({ text: 'Confirm', preventDoubleClick: true })}`,
)}`,
  });
}
