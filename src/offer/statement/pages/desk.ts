import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, taskList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type Desk, deskOf } from '../actions/desk-facts.ts';
import type { WholeDraft } from '../actions/whole-draft.ts';
import { typedFiguresIn } from '../domain/typed-figures.ts';
import { isWriter } from '../policy.ts';
import { signing } from './signing.ts';

const desk = '/practitioners/statement';

const tag = (text: string, colour: string) => ({ tag: { text, classes: `govuk-tag--${colour}` } });
const done = { text: 'Done' };

function writing({ sections, content }: WholeDraft): Html {
  const { contact, schemes } = content.facts;
  return taskList({
    idPrefix: 'write',
    items: sections.map(({ id, title, composes, texts }) => {
      const isEmpty = composes === null && texts.words.words.trim() === '';
      const typed = typedFiguresIn(texts.words.words, { ...contact, schemes: schemes.map((one) => one.id) });
      const status = isEmpty
        ? tag('To write', 'yellow')
        : typed.length > 0
          ? tag('Figures typed', 'orange')
          : composes === null
            ? { text: 'Written' }
            : { text: 'Composed' };
      return {
        title: { text: title },
        href: `${desk}/sections/${id}/${composes === null ? 'words' : 'easy-read'}`,
        hint: {
          text:
            texts['easy-read'].words.trim() === ''
              ? 'No Easy Read text yet'
              : composes === null
                ? 'With an Easy Read text'
                : 'The program composes it; its Easy Read text is written',
        },
        status,
      };
    }),
  });
}

function steps(visit: Visit, { whole, rounds, comments, obstacles }: Desk): Html {
  if (whole === null) return nothing;
  const unanswered = comments.filter(({ answer }) => answer === null).length;
  const open = whole.content.duties.filter(({ isMet }) => !isMet);
  const unexplained = open.filter(({ because }) => because === '').length;
  const running = rounds.find(
    ({ closesOn }) => Temporal.PlainDate.compare(closesOn, visit.clock.today()) >= 0,
  );
  const asking =
    rounds.length === 0
      ? tag('Not asked yet', 'yellow')
      : running !== undefined
        ? tag(`Until ${formatDate(running.closesOn)}`, 'blue')
        : unanswered > 0
          ? tag(`${unanswered} to answer`, 'yellow')
          : done;
  return taskList({
    idPrefix: 'then',
    items: [
      {
        title: { text: 'Ask families, and answer them' },
        hint: {
          text: `${comments.length === 1 ? '1 comment or note' : `${comments.length} comments and notes`} so far`,
        },
        href: `${desk}/consultation`,
        status: asking,
      },
      {
        title: { text: 'The checklist of regulation 5' },
        hint: {
          text: `${whole.content.duties.length - open.length} of ${whole.content.duties.length} duties are met`,
        },
        href: `${desk}/checklist`,
        status:
          unexplained > 0
            ? tag(`${unexplained} to mend`, 'yellow')
            : open.length > 0
              ? { text: 'With reasons' }
              : done,
      },
      {
        title: { text: 'Read the whole of it' },
        hint: { text: 'As it would be published today, with what changed' },
        href: `${desk}/preview`,
        status: { text: '' },
      },
      {
        title: { text: 'Publish' },
        hint: {
          text:
            obstacles.length === 0
              ? 'Nothing stands in the way'
              : `${obstacles.length} things stand in the way`,
        },
        href: `${desk}/publish`,
        status: obstacles.length === 0 ? tag('Ready', 'green') : tag('Not yet', 'grey'),
      },
    ],
  });
}

function versions({ versions: all }: Desk): Html {
  if (all.length === 0)
    return html`<p class="govuk-body">None yet. Families see the statement composed from the directory: <a class="govuk-link" href="/statement">read it</a>.</p>`;
  return html`<ul class="govuk-list">${all.map(
    ({ number, publishedOn, reviewBy }, index) =>
      html`<li><a class="govuk-link" href="/statement/versions/${number}">Version ${number}</a>, ${formatDate(publishedOn)}${index === 0 && html`. To be looked at again by <strong>${formatDate(reviewBy)}</strong>`}</li>`,
  )}</ul>`;
}

/** The desk of the statement: what is published, what is being written, and what is still to do. */
export async function deskPage(visit: Visit): Promise<Page> {
  const found = await deskOf(visit);
  const { whole } = found;
  return page({
    title: 'Work on the short breaks statement',
    section: 'statement',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-xl">Work on the short breaks statement</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${
  whole === null
    ? html`<p class="govuk-body-l">No new version is being written.</p>${
        isWriter(visit.person)
          ? formTo(
              visit,
              html`<p class="govuk-body">${found.versions.length === 0 ? 'The first draft begins with the usual words, and with your council’s own where its folder has them.' : 'The next draft begins with the words that are published now.'}</p>${button({ text: found.versions.length === 0 ? 'Begin the first version' : 'Begin the next version', preventDoubleClick: true })}`,
              { to: `${desk}/begin` },
            )
          : nothing
      }`
    : html`<p class="govuk-body-l">Version ${whole.draft.number} is being written. ${whole.draft.begunByName} began it on ${formatDate(whole.draft.begunAt.toZonedDateTimeISO('Europe/London').toPlainDate())}.</p>
<h2 class="govuk-heading-m">Write</h2>
<p class="govuk-body">Figures, lists, criteria and contacts come in by name, so that they are right on the day: <a class="govuk-link" href="${desk}/facts">every fact that you can put in</a>.</p>
${writing(whole)}
<h2 class="govuk-heading-m">Then</h2>
${steps(visit, found)}
${signing(visit, whole)}`
}
</div><div class="govuk-grid-column-one-third"><h2 class="govuk-heading-m">Published</h2>${versions(found)}</div></div>`,
  });
}
