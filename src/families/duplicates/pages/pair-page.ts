import { warningAbout } from '#families/register/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { type Two, twoOfVisit } from '../two-of-visit.ts';
import { likenessWords, recordSide } from './side-by-side.ts';

/** Two records side by side, and the question whether they are one child. */
export async function pairPage(visit: Visit): Promise<Page | NotFound> {
  const two = await twoOfVisit(visit);
  if (two === null) return notFound('two records');
  const { one, other, holdings, likeness } = two;
  return page({
    title: 'Is this one child?',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/duplicates', text: 'The same child twice?' }),
    main: html`${errorsOf(visit)}
<h1 class="govuk-heading-l">Is this one child?</h1>
${likenessWords(likeness)}
<div class="daybreak-pair__sides">${await side(visit, one.id, recordSide(visit, one, holdings.get(one.id), { level: 2 }))}${await side(visit, other.id, recordSide(visit, other, holdings.get(other.id), { level: 2 }))}</div>
<div class="govuk-grid-row govuk-!-margin-top-6"><div class="govuk-grid-column-two-thirds">${form(visit, two)}</div></div>`,
  });
}

async function side(visit: Visit, childId: string, content: Html): Promise<Html> {
  return html`<div>${await warningAbout(visit, childId)}${content}</div>`;
}

function form(visit: Visit, { one, other }: Two): Html {
  return formTo(
    visit,
    html`${choiceQuestion(visit, {
      field: 'verdict',
      label: 'What do you say?',
      options: [
        {
          value: 'same',
          text: 'It is one child',
          hint: 'You choose next which record stays, and see what will happen.',
        },
        {
          value: 'apart',
          text: 'They are two children',
          hint: 'They are not shown as a pair again.',
          conditional: wordsQuestion(visit, {
            field: 'reason',
            label: 'How do you know?',
            hint: 'For example: twins, seen together on a visit.',
            rows: 2,
          }),
        },
      ],
    })}
<input type="hidden" name="between" value="${[one.id, other.id].toSorted().join(' ')}">
${button({ text: 'Go on', preventDoubleClick: true })}`,
  );
}
