import { formatDate } from '#kernel/local-date.ts';
import { button, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { newestConsultation, runsOn } from '../actions/open-consultation.ts';
import { publishedViews } from '../actions/views-of.ts';
import type { FrozenSection } from '../domain/statement.ts';
import { speakers } from '../people-words.ts';
import { layoutOf } from '../statement-file.ts';
import { statementBody } from './body.ts';

/** The choices of "which part". */
export function partOptions(sections: readonly Pick<FrozenSection, 'id' | 'title'>[]) {
  return [
    { value: '', text: 'The whole statement' },
    ...sections.map(({ id, title }) => ({ value: id, text: title })),
  ];
}

const speakerOptions = Object.entries(speakers).map(([value, text]) => ({ value, text }));

function commentForm(visit: Visit, sections: readonly FrozenSection[]): Html {
  return html`<section class="daybreak-panel daybreak-no-print" aria-labelledby="say"><h2 class="govuk-heading-m" id="say">Say what you think</h2>
<p class="govuk-body">You need no account, and we do not ask for your name. Please write nothing that tells who your child is. We may publish what you write, with what we did because of it.</p>
${formTo(
  visit,
  html`${choiceQuestion(visit, { field: 'who', label: 'Who are you?', options: speakerOptions })}
${choiceQuestion(visit, { field: 'section', label: 'Which part is it about?', options: partOptions(sections), saved: '' })}
${wordsQuestion(visit, { field: 'words', label: 'What do you think?', hint: 'What is right? What is wrong, or missing?' })}
${button({ text: 'Send', preventDoubleClick: true })}`,
  { to: '/statement/consultation' },
)}</section>`;
}

async function said(visit: Visit, number: number): Promise<Html> {
  const views = await publishedViews(
    visit.transaction,
    { authorityId: visit.authority.id, number },
    layoutOf(visit.authority),
  );
  if (views.length === 0) return nothing;
  return html`<section class="daybreak-statement__section"><h2 class="govuk-heading-l">What others said, and what we did</h2>${views.map(
    (view) =>
      html`<div class="daybreak-said-and-done"><blockquote class="daybreak-quote"><p class="govuk-body">${view.words}</p><footer class="daybreak-soft">${view.who}${view.section !== '' && `, about “${view.section}”`}</footer></blockquote><p class="govuk-body"><strong>What we did:</strong> ${view.changed}</p></div>`,
  )}</section>`;
}

/** The draft as families are asked about it, and the form on which anybody says what they think. */
export async function consultationPage(visit: Visit): Promise<Page> {
  const newest = await newestConsultation(visit);
  const title = 'The next short breaks statement';
  if (newest === null || Temporal.PlainDate.compare(newest.opensOn, visit.clock.today()) > 0)
    return page({
      title,
      section: 'none',
      main: html`<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body-l">${newest === null ? 'We do not ask about it today.' : `We ask you about it from ${formatDate(newest.opensOn)} to ${formatDate(newest.closesOn)}.`}</p>
<p class="govuk-body">You can always tell us what you think: <a class="govuk-link" href="tel:${visit.authority.contact.phone.replaceAll(' ', '')}">${visit.authority.contact.phone}</a>.</p>
<p class="govuk-body"><a class="govuk-link" href="/statement">Read the statement of today</a></p>`,
    });
  const isOpen = runsOn(newest, visit.clock.today());
  const { sections } = newest.content;
  return page({
    title: `${title}: what do you think?`,
    section: 'none',
    description: `Read the draft short breaks statement of ${visit.authority.name} and say what you think.`,
    main: html`${errorsOf(visit)}${visit.query.get('told') === 'thanks' && notificationBanner({ type: 'success', html: html`<p class="govuk-notification-banner__heading">Thank you. We have what you wrote, and a person reads it.</p>` })}
<h1 class="govuk-heading-xl govuk-!-margin-bottom-2">${title}</h1>
<p class="govuk-body-l">${visit.authority.name}<br><span class="daybreak-soft">${isOpen ? `A draft. Tell us what you think until ${formatDate(newest.closesOn)}.` : `We asked until ${formatDate(newest.closesOn)}. Now we look at what you said.`}</span></p>
${!isOpen && html`<p class="govuk-body">Below is the draft that we asked about. <a class="govuk-link" href="/statement">Read the statement of today</a></p>`}
${
  isOpen &&
  html`${newest.asks.split(/\n\s*\n/).map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}
${commentForm(visit, sections)}`
}
${statementBody(sections, { below: await said(visit, newest.number) })}`,
  });
}
