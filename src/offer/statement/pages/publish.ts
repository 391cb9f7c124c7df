import type { Refusal } from '#kernel/refusal.ts';
import { backLink, button, warningText } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { dateQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Redirect, redirect, type Visit } from '#platform/web/visit.ts';
import { deskOf } from '../actions/desk-facts.ts';
import { type WholeDraft, wholeDraft } from '../actions/whole-draft.ts';
import { typedFiguresIn } from '../domain/typed-figures.ts';
import { signsAs } from '../policy.ts';
import { layoutOf } from '../statement-file.ts';
import { gapsPublished, sentenceList, statementBody } from './body.ts';

const desk = '/practitioners/statement';

/** Where each thing that stands in the way is done away with. */
const mends: Readonly<Record<string, readonly [href: string, text: string]>> = {
  'still-consulting': [`${desk}/consultation`, 'See what families say'],
  gap: [`${desk}/checklist`, 'Open the checklist'],
  'not-signed': [`${desk}#sign`, 'Go to the signatures'],
};

function inTheWay(obstacles: readonly Refusal[]): Html {
  return html`<h2 class="govuk-heading-m">Before it can be published</h2>
<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${obstacles.map(({ code, message }) => {
    const [href, text] = mends[code] ?? [desk, 'Go to the statement'];
    return html`<li>${message} <a class="govuk-link" href="${href}">${text}</a></li>`;
  })}</ul>`;
}

/** What does not hinder publishing, and should be looked at, each with where to mend it. */
function worthALook({ sections, content }: WholeDraft): readonly Html[] {
  const { contact, schemes } = content.facts;
  return [
    ...sections.flatMap(({ id, title, composes, texts }) =>
      composes === null
        ? typedFiguresIn(texts.words.words, { ...contact, schemes: schemes.map(({ id }) => id) }).map(
            ({ typed, write }) =>
              html`<a class="govuk-link" href="${desk}/sections/${id}/words">${title}</a> says “${typed}” in typed figures. Write ${write}.`,
          )
        : [],
    ),
    ...sections
      .filter(({ texts }) => texts['easy-read'].words.trim() === '')
      .map(
        ({ id, title }) =>
          html`<a class="govuk-link" href="${desk}/sections/${id}/easy-read">${title}</a> has no Easy Read text.`,
      ),
  ];
}

/** What stands in the way of publishing, what is worth a look, and the form that publishes. */
export async function publishPage(visit: Visit): Promise<Page | Redirect> {
  const { whole, obstacles } = await deskOf(visit);
  if (whole === null) return redirect(desk);
  const look = worthALook(whole);
  const may = signsAs(visit.person) !== null;
  const reviewBy = visit.clock.today().add({ months: layoutOf(visit.authority).reviewMonths });
  return page({
    title: `Publish version ${whole.draft.number}`,
    section: 'statement',
    isPrivate: true,
    before: backLink({ href: desk, text: 'The short breaks statement' }),
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-l">Publish version ${whole.draft.number}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${obstacles.length > 0 ? inTheWay(obstacles) : nothing}
${look.length > 0 && html`<h2 class="govuk-heading-m">Worth a look</h2>${sentenceList(look)}`}
${
  whole.content.changes.length > 0 &&
  html`<h2 class="govuk-heading-m">What will be said to have changed</h2>${sentenceList(whole.content.changes)}`
}
${
  obstacles.length === 0 && may
    ? formTo(
        visit,
        html`${dateQuestion(visit, { field: 'review', label: 'By when is it looked at again?', savedDate: reviewBy })}
${warningText({ text: 'What is published is never changed: it stays at its address with the figures of today. The next version takes its place.', iconFallbackText: 'Warning' })}
${button({ text: 'Publish it', preventDoubleClick: true })}`,
        { to: `${desk}/publish` },
      )
    : nothing
}
</div></div>`,
  });
}

function draftNote(whole: WholeDraft): Html {
  return html`<div class="daybreak-panel daybreak-no-print"><p class="govuk-body">This is how version ${whole.draft.number} would stand if it were published today. <a class="govuk-link" href="${desk}#sign">Sign it</a></p></div>`;
}

/** The whole draft as it would be published today. */
export async function previewPage(visit: Visit): Promise<Page | Redirect> {
  const whole = await wholeDraft(visit);
  if (whole === null) return redirect(desk);
  return page({
    title: `Version ${whole.draft.number}, a draft`,
    section: 'statement',
    isPrivate: true,
    before: backLink({ href: desk, text: 'The short breaks statement' }),
    main: html`<h1 class="govuk-heading-xl govuk-!-margin-bottom-2">The short breaks statement</h1>
<p class="govuk-body-l">${visit.authority.name}<br><span class="daybreak-soft">Version ${whole.draft.number}, a draft</span></p>
${draftNote(whole)}
${statementBody(whole.content.sections, { below: gapsPublished(whole.content) })}`,
  });
}
