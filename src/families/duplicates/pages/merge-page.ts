import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import type { Profile } from '../domain/profile.ts';
import { type Two, twoOfVisit } from '../two-of-visit.ts';

/** Before two records become one: what will happen, which stays, and who may see the child. */
export async function mergePage(visit: Visit): Promise<Page | NotFound> {
  const two = await twoOfVisit(visit);
  if (two === null) return notFound('two records');
  const { one, other } = two;
  const base = `/practitioners/duplicates/${one.id}/${other.id}`;
  const areTwoHomes = one.householdId !== other.householdId;
  return page({
    title: 'Check before you merge',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: base }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-l">Check before you merge</h1>
<p class="govuk-body-l">${fullName(one)}, born ${formatDate(one.bornOn)}, and ${fullName(other)}, born ${formatDate(other.bornOn)}, become one child.</p>
<h2 class="govuk-heading-m">What happens</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Nothing is deleted and nothing is rewritten. The record, package, evidence, applications, awards, reviews and complaints of both are shown together: ${sum(two)}.</li>
<li>Of each fact, the one that was recorded last holds. The older ones stay in the history.</li>
<li>An order that bars an adult from one record bars them from both.</li>
${areTwoHomes && html`<li>The two belong to different households. You say which is the main home, and whether both may see the child.</li>`}
<li>It can be taken back on the child’s record.</li>
</ul>
${form(visit, two, areTwoHomes)}
</div></div>`,
  });
}

function sum({ holdings }: Two): string {
  const all = [...holdings.values()];
  const total = (pick: (one: (typeof all)[number]) => number) => all.reduce((sum, one) => sum + pick(one), 0);
  return [
    [total((one) => one.applications), 'application', 'applications'],
    [total((one) => one.awards), 'award', 'awards'],
    [total((one) => one.evidence), 'piece of evidence', 'pieces of evidence'],
  ]
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(', ');
}

function form(visit: Visit, { one, other, holdings }: Two, areTwoHomes: boolean): Html {
  const option = (child: Profile) => ({
    value: child.id,
    text: `${fullName(child)}, born ${formatDate(child.bornOn)}, ${child.postcode}`,
    hint: `With ${holdings.get(child.id)?.parents.join(' and ') || 'nobody known'}`,
  });
  return formTo(
    visit,
    html`${choiceQuestion(visit, {
      field: 'stays',
      label: areTwoHomes ? 'Which record stays, and is the main home?' : 'Which record stays?',
      hint: 'Its name and birthday are the child’s from then on.',
      options: [option(one), option(other)],
    })}
${
  areTwoHomes &&
  choiceQuestion(visit, {
    field: 'mayBothSee',
    label: 'May the families of both homes see the child?',
    hint: 'Look at parental responsibility and at orders first.',
    options: [
      {
        value: 'yes',
        text: 'Yes',
        hint: 'Each home reads what is known of the child. Letters and money stay with the home that they were for.',
      },
      { value: 'no', text: 'No', hint: 'Each home goes on seeing only what it saw.' },
    ],
  })
}
${wordsQuestion(visit, { field: 'reason', label: 'How do you know that it is one child?', rows: 2 })}
${button({ text: 'Merge the two records', preventDoubleClick: true })}`,
  );
}
