import { formatGranted } from '#families/awards/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, notificationBanner } from '#platform/govuk/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import type { Views } from '../domain/record.ts';
import { type ReviewFile, reviewFile } from '../review-file.ts';
import { feelingWords } from '../review-words.ts';

/** Where a family and a young person say what they think before an award is looked at again. */
export async function ownReviewPage(visit: Visit): Promise<Page | NotFound> {
  const file = await reviewFile(visit, visit.params.review ?? '');
  if (file === null) return notFound('a review');
  const { award, child, next } = file;
  visit.concerns('award', award.id);
  return page({
    title: 'Tell us what you think',
    section: 'account',
    isPrivate: true,
    before: backLink({ href: `/account/awards/${award.id}`, text: 'Back to what you have' }),
    main: html`${errorsOf(visit)}${told(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${child.givenName}: ${formatGranted(award)}</span>
<h1 class="govuk-heading-l">Tell us what you think</h1>
${
  next === null
    ? html`<p class="govuk-body">We do not look at this again before it ends on ${formatDate(award.endsOn)}. You can <a class="govuk-link" href="/apply">ask again</a> then.</p>`
    : html`<p class="govuk-body-l">${Temporal.PlainDate.compare(next.dueOn, visit.clock.today()) < 0 ? `We should have looked at this again by ${formatDate(next.dueOn)}, and will do it soon.` : `We will look at this again by ${formatDate(next.dueOn)}.`} Is it good? Should it be different?</p>
<p class="govuk-body">You can write it down before, so that we know. You do not have to. What you write does not take anything away from you by itself: we talk with you first.</p>
${written(file)}${forms(visit, file)}`
}
${pastReviews(file)}</div></div>`,
  });
}

function told(visit: Visit): Html {
  if (!['child', 'carer'].includes(visit.query.get('told') ?? '')) return nothing;
  return notificationBanner({
    type: 'success',
    text: 'Thank you. We will read this before we look at it again.',
  });
}

function written({ views, child }: ReviewFile): Html {
  const shown = [views.child, views.carer].filter((one) => one !== null);
  return html`${shown.map(
    (
      one,
    ) => html`<div class="daybreak-panel"><h2 class="govuk-heading-s">${one.whose === 'child' ? `What ${child.givenName} told us` : 'What you told us'}</h2>${said(one)}
<p class="govuk-body daybreak-soft">You can write again. We read the newest.</p></div>`,
  )}`;
}

/** What somebody wrote, with a heading for each part that is not empty. */
export function said(views: Views): Html {
  const part = (heading: string, text: string) =>
    text !== '' && html`<p class="govuk-body"><strong>${heading}</strong><br>${text}</p>`;
  return html`${views.feels !== null && html`<p class="govuk-body">${feelingWords[views.feels]}</p>`}
${part('In their words', views.words)}${part('What is good', views.goingWell)}${part('What should be different', views.toChange)}${part('Brothers and sisters', views.siblings)}`;
}

function forms(visit: Visit, { child }: ReviewFile): Html {
  const typed = firstValue(visit.formState.values, 'whose');
  const blank: Visit = { ...visit, formState: { values: new Map(), refusals: [], isTyped: false } };
  return html`<h2 class="govuk-heading-m">For ${child.givenName}</h2>
${childForm(typed === 'carer' ? blank : visit, child.givenName)}
<h2 class="govuk-heading-m">For parents and carers</h2>
${details({ summaryText: 'Write what you think', html: carerForm(typed === 'carer' ? visit : blank), open: typed === 'carer' })}`;
}

function childForm(visit: Visit, name: string): Html {
  return formTo(
    visit,
    html`<input type="hidden" name="whose" value="child">
${choiceQuestion(visit, {
  field: 'feels',
  label: 'How are your short breaks?',
  hint: 'Choose a face.',
  options: (['good', 'mixed', 'bad'] as const).map((value) => ({ value, text: feelingWords[value] })),
})}
${wordsQuestion(visit, { field: 'words', label: 'What do you want to say?', hint: `In ${name}’s own words, or what ${name} shows you.`, rows: 4 })}
${button({ text: 'Send this', preventDoubleClick: true })}`,
  );
}

function carerForm(visit: Visit): Html {
  const question = (field: string, label: string) => wordsQuestion(visit, { field, label, rows: 3 });
  return formTo(
    visit,
    html`<input type="hidden" name="whose" value="carer">
${question('goingWell', 'What is good about it?')}
${question('toChange', 'What should be different?')}
${question('siblings', 'How is it for brothers and sisters?')}
${button({ text: 'Send this', preventDoubleClick: true })}`,
  );
}

function pastReviews({ held }: ReviewFile): Html {
  if (held.length === 0) return nothing;
  return html`<h2 class="govuk-heading-m">When we looked at it before</h2>
<ul class="govuk-list govuk-list--bullet">${held.map(
    (one) => html`<li>${formatDate(one.heldOn)}: ${one.because}</li>`,
  )}</ul>`;
}
