import { backLink, button, insetText, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { type ProblemKind, problemKinds, type Sayer, sayers } from '../domain/voices.ts';
import { namedListing } from '../named-listing.ts';

const emailQuestion = (visit: Visit): Html =>
  lineQuestion(visit, {
    field: 'email',
    label: 'Your email, if you want to hear back (optional)',
    hint: 'We only use it to tell you what we did. Then we delete it.',
    type: 'email',
    autocomplete: 'email',
  });

function commentPage(
  visit: Visit,
  given: { readonly title: string; readonly to: string; readonly back: Html; readonly about: Html },
): Page {
  const isSent = visit.query.get('sent') === 'yes';
  return page({
    title: given.title,
    section: 'find',
    isPrivate: true,
    before: given.back,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
${isSent && notificationBanner({ type: 'success', text: 'Thank you. We have your comment. Somebody reads it first. Then it stands on this site with what we did about it.' })}
<h1 class="govuk-heading-xl">${given.title}</h1>
${given.about}
<p class="govuk-body">Nobody sees who you are. You do not need an account. We take names out before we publish.</p>
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'words', label: 'Your comment', hint: 'What was good? What should change? Leave out names of people.', rows: 6 })}
${choiceQuestion(visit, {
  field: 'saidBy',
  label: 'Who are you?',
  options: (Object.keys(sayers) as Sayer[]).map((value) => ({ value, text: sayers[value] })),
})}
${emailQuestion(visit)}
${button({ text: 'Send your comment', preventDoubleClick: true })}`,
  { to: given.to },
)}
<p class="govuk-body">Has something gone wrong for you or your child? <a class="govuk-link" href="/complain">Make a complaint</a>. Then you get an answer of your own.</p>
</div></div>`,
  });
}

/** Where anybody comments on a listing. */
export async function commentOnListingPage(visit: Visit): Promise<Answer> {
  const listing = await namedListing(visit, visit.params.slug ?? '');
  if (listing === null) return notFound('this short break');
  return commentPage(visit, {
    title: 'Comment on this short break',
    to: `/find/${listing.slug}/comment`,
    back: backLink({ href: `/find/${listing.slug}`, text: listing.title }),
    about: html`<p class="govuk-body-l">${listing.title}</p>`,
  });
}

/** Where anybody comments on the Local Offer as a whole. */
export function commentOnOfferPage(visit: Visit): Page {
  return commentPage(visit, {
    title: 'Comment on the Local Offer',
    to: '/comments/new',
    back: backLink({ href: '/comments', text: 'What people said, and what we did' }),
    about: html`<p class="govuk-body-l">Is there enough? Is it easy to find? Tell us.</p>`,
  });
}

const sentWords = {
  yes: 'Thank you. We have it. We look at it within 7 days.',
  'not-safe': 'Thank you. We have it. We look at it today, or on the next working day.',
} as const;

/** Where anybody says what is wrong with a listing. */
export async function reportProblemPage(visit: Visit): Promise<Answer> {
  const listing = await namedListing(visit, visit.params.slug ?? '');
  if (listing === null) return notFound('this short break');
  const sent = visit.query.get('sent');
  return page({
    title: 'Report a problem',
    section: 'find',
    isPrivate: true,
    hasQuickExit: true,
    before: backLink({ href: `/find/${listing.slug}`, text: listing.title }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
${(sent === 'yes' || sent === 'not-safe') && notificationBanner({ type: 'success', text: sentWords[sent] })}
<h1 class="govuk-heading-xl">Report a problem</h1>
<p class="govuk-body-l">${listing.title}</p>
${insetText({
  html: html`If a child is in danger now, <a class="govuk-link" href="tel:999">call 999</a>. <a class="govuk-link" href="/help-now">Other help, day and night</a>`,
})}
<p class="govuk-body">You do not need an account, and you need not say who you are.</p>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'kind',
    label: 'What is wrong?',
    options: (Object.keys(problemKinds) as ProblemKind[]).map((value) => ({
      value,
      text: problemKinds[value],
      ...(value === 'not-safe' ? { hint: 'Only our own staff see this. The provider does not.' } : {}),
    })),
  })}
${wordsQuestion(visit, { field: 'words', label: 'Tell us more (optional)', hint: 'What does the page say, and what is right?', rows: 4 })}
${emailQuestion(visit)}
${button({ text: 'Send', preventDoubleClick: true })}`,
  { to: `/find/${listing.slug}/problem` },
)}</div></div>`,
  });
}
