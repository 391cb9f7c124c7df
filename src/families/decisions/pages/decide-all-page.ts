import { formatPounds } from '#kernel/money.ts';
import { backLink, button, summaryList, table } from '#platform/govuk/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choicesQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { givingWords } from '../decided-words.ts';
import { type ForOfficer, mostAtOnce, type RuleList, ruleList } from '../rule-list.ts';
import { partsOfWaitingList } from '../waiting-list.ts';

/** Everything of the queue that the published rule decides by itself, and what it does not, each with its reason. */
export async function decideAllPage(visit: Visit): Promise<Page> {
  const list = await ruleList(visit, { from: 'queue', first: mostAtOnce });
  return listPage(visit, list, {
    title: 'Decide all that the rule decides',
    lead: `These are complete, the scheme awards the same to everybody like them, the letter is in date, and nothing makes one look twice. Untick what you want to look at yourself. The ${mostAtOnce} most pressing are looked through.`,
    none: 'Nothing in the queue is decided by the rule alone.',
    back: { href: '/practitioners/applications', text: 'All applications' },
  });
}

/** The first of the waiting list whom there is money for, and the exceptions. */
export async function releasePage(visit: Visit): Promise<Page> {
  const first = firstOf(visit);
  const { formState, query } = visit;
  const part = formState.isTyped ? firstValue(formState.values, 'part') : (query.get('part') ?? '');
  const list = await ruleList(visit, { from: 'waiting-list', first, part });
  const name = (await partsOfWaitingList(visit)).find(({ id }) => id === part)?.name;
  const of = name === undefined ? 'the waiting list' : `the waiting list of ${name}`;
  return listPage(visit, list, {
    part,
    title: 'Award to the first of the waiting list',
    lead: `These are among the first ${first} of ${of}. Untick what you want to look at yourself. Each family gets its letter.`,
    none: 'Nobody among them can have an award by the rule alone now.',
    back: { href: '/practitioners/waiting-list', text: 'The waiting list' },
  });
}

/** How many of the list the address asks for. */
export function firstOf(visit: Visit): number {
  const typed = visit.query.get('first') ?? '';
  const first = /^\d{1,4}$/.test(typed) ? Number(typed) : mostAtOnce;
  return Math.min(Math.max(first, 1), mostAtOnce);
}

type Words = {
  /** The part of the waiting list, which goes with the form. */
  readonly part?: string;
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly back: { readonly href: string; readonly text: string };
};

function listPage(visit: Visit, list: RuleList, words: Words): Page {
  return page({
    title: words.title,
    section: 'applications',
    isPrivate: true,
    before: backLink(words.back),
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-l">${words.title}</h1>
${list.byRule.length === 0 ? html`<p class="daybreak-panel">${words.none}</p>` : form(visit, list, words)}
${exceptions(list.forOfficer)}`,
  });
}

function form(visit: Visit, list: RuleList, { lead, part = '' }: Words): Html {
  const count = list.byRule.length;
  return html`<p class="govuk-body-l">${lead}</p>
${summaryList({ rows: sums(list) })}
${formTo(
  visit,
  html`<input type="hidden" name="part" value="${part}">${choicesQuestion(visit, {
    field: 'applications',
    label: `${count} ${count === 1 ? 'application' : 'applications'} to award`,
    savedAll: list.byRule.map(({ id }) => id),
    options: list.byRule.map((one) => ({
      value: one.id,
      text: `${one.childName}: ${givingWords(one.giving)}`,
      hint: one.reference,
    })),
  })}
<p class="govuk-body">Each family gets its letter at once. A decision cannot be changed afterwards; if it was wrong, the family can appeal.</p>
${button({ text: 'Award to all that are ticked', preventDoubleClick: true })}`,
)}`;
}

function sums({ byRule, total, fund }: RuleList) {
  return [
    { key: { text: 'Applications' }, value: { text: String(byRule.length) } },
    total > 0 && { key: { text: 'Money together' }, value: { text: formatPounds(total) } },
    fund !== null && {
      key: { text: `Left of ${fund.before.fundName} in ${fund.before.year}` },
      value: {
        text:
          fund.before.left === null || fund.afterLeft === null
            ? 'No budget is known'
            : `${formatPounds(fund.before.left)} now, ${formatPounds(fund.afterLeft)} afterwards`,
      },
    },
  ];
}

function exceptions(list: readonly ForOfficer[]): Html {
  if (list.length === 0) return html``;
  return html`<h2 class="govuk-heading-m govuk-!-margin-top-8">For you to look at</h2>
${table({
  caption: `${list.length} ${list.length === 1 ? 'exception' : 'exceptions'}, each with its reason`,
  captionClasses: 'govuk-table__caption--s',
  firstCellIsHeader: true,
  head: [{ text: 'Child' }, { text: 'Why the rule leaves it to you' }],
  rows: list.map((one) => [
    {
      html: html`<a class="govuk-link" href="/practitioners/applications/${one.id}">${one.childName}</a><br><span class="daybreak-soft">${one.reference}</span>`,
    },
    { text: one.why },
  ]),
})}`;
}
