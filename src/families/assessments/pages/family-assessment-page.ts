import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { type AssessmentFile, assessmentFileOf } from '../assessment-file.ts';
import { moment, typed } from './words.ts';

/** An assessment as the family reads it: where it stands, what we wrote, and its own words beside. */
export async function familyAssessmentPage(visit: Visit): Promise<Answer> {
  const file = await assessmentFileOf(visit);
  if (file === null) return notFound('an assessment');
  const { assessment } = file;
  const isOwn = assessment.kind === 'parent-carer';
  const title = isOwn ? 'What you need as a carer' : `What ${file.child.givenName} and your family need`;
  const canRead = assessment.state === 'submitted' || assessment.state === 'agreed';
  return page({
    title,
    section: 'account',
    isPrivate: true,
    before: backLink({ text: 'Your account', href: '/account' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}${bannerOf(visit)}
<span class="govuk-caption-l">${fullName(file.child)}, reference ${assessment.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
<div class="daybreak-panel"><p class="govuk-body-l">${standing(file)}</p></div>
${canRead ? copyOf(visit, file) : asked(file)}
</div></div>`,
  });
}

function bannerOf(visit: Visit): Html {
  if (visit.query.get('asked') === 'yes')
    return notificationBanner({ type: 'success', text: 'Thank you. We have what you asked for.' });
  if (visit.query.get('said') === 'yes')
    return notificationBanner({ type: 'success', text: 'Thank you. Your words now stand beside ours.' });
  return nothing;
}

function standing({ assessment }: AssessmentFile): string {
  const by = formatDate(assessment.dueOn);
  const who = assessment.assessorName;
  if (assessment.state === 'asked') return `You asked for this. Somebody calls you soon. We finish by ${by}.`;
  if (assessment.state === 'in-progress') return `${who} is working on this with you. We finish by ${by}.`;
  if (assessment.state === 'submitted')
    return 'We have written it down. Read it, and tell us what you think.';
  if (assessment.state === 'agreed') return 'This is finished. You can still tell us what you think.';
  return 'We have stopped this. You can ask again at any time.';
}

function asked({ assessment }: AssessmentFile): Html {
  return html`${assessment.source === 'family' && assessment.askedWords !== '' && html`<h2 class="govuk-heading-m">What you told us</h2><blockquote class="daybreak-quote"><p class="govuk-body">${typed(assessment.askedWords)}</p></blockquote>`}
<h2 class="govuk-heading-m">What happens now</h2>
<ol class="govuk-list govuk-list--number"><li>We meet you, more than once if that helps.</li><li>We write down what we found out.</li><li>You read it and tell us what is wrong or missing.</li><li>Somebody else at the council looks at it and agrees it.</li></ol>`;
}

function copyOf(visit: Visit, file: AssessmentFile): Html {
  const written = file.sections.filter((section) => (file.newest.get(section.key)?.words ?? '') !== '');
  return html`${written.map(
    (
      section,
    ) => html`<section aria-labelledby="${section.key}"><h2 class="govuk-heading-m" id="${section.key}">${section.title}</h2>
<p class="govuk-body">${typed(file.newest.get(section.key)?.words ?? '')}</p></section>`,
  )}
${file.comments.length > 0 && commentsOf(file)}
<div class="daybreak-panel" id="say"><h2 class="govuk-heading-m">What do you think?</h2>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'kind',
    label: 'Is this right?',
    options: [
      { value: 'agrees', text: 'Yes, this is right' },
      { value: 'correction', text: 'Something is wrong or missing' },
      { value: 'comment', text: 'I want to say something else' },
    ],
  })}
${wordsQuestion(visit, { field: 'words', label: 'Your words', hint: 'We keep them beside ours, just as you write them.', rows: 5 })}
${button({ text: 'Send', preventDoubleClick: true })}`,
  { to: `/account/assessments/${file.assessment.id}/comment` },
)}</div>
<p class="govuk-body-s daybreak-soft">This copy can leave out what would put somebody at risk. Ask us if you want to see everything that we hold about you.</p>`;
}

const said = {
  comment: 'said',
  correction: 'says that something is wrong or missing:',
  agrees: 'says that it is right.',
};

function commentsOf(file: AssessmentFile): Html {
  return html`<section aria-labelledby="your-words"><h2 class="govuk-heading-m" id="your-words">Your words</h2>
<ol class="daybreak-timeline">${file.comments.map((one) => html`<li><span class="daybreak-soft">${moment(one.saidAt)}</span><br>${one.personName} ${said[one.kind]}<br>${typed(one.words)}</li>`)}</ol></section>`;
}
