import { awardWays, breakKinds, kindNames, payerNames, payers, wayNames } from '#families/awards/index.ts';
import { fullName } from '#families/register/index.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import type { OtherSupport } from '../domain/other-support.ts';
import { supportInPath } from '../support-in-path.ts';

/** The form on which a practitioner records what a child has from others. */
export async function recordSupportPage(visit: Visit): Promise<Page | NotFound> {
  const found = await supportInPath(visit);
  if (found === null) return notFound('a support');
  const { child, support } = found;
  visit.concerns('child', child.id);
  const title = support === null ? 'Add support from others' : 'Change support from others';
  return page({
    title,
    section: 'packages',
    isPrivate: true,
    before: backLink({ href: `/practitioners/children/${child.id}/package`, text: 'Back to the package' }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${fullName(child)}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">What health, a school, a holiday programme or another part of the council gives. It counts in the package, and you are told where it does not go together with an award.</p>
${formTo(visit, questions(visit, support))}</div></div>`,
  });
}

function questions(visit: Visit, support: OtherSupport | null): Html {
  const radios = <T extends string>(
    field: string,
    label: string,
    names: Readonly<Record<T, string>>,
    of: { readonly all: readonly T[]; readonly saved: string | undefined },
  ) =>
    choiceQuestion(visit, {
      field,
      label,
      saved: of.saved ?? '',
      options: of.all.map((value) => ({ value, text: names[value] })),
    });
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  const cost = support?.yearlyPence ?? null;
  const minutes = support?.yearlyMinutes ?? null;
  return html`${lineQuestion(visit, { field: 'name', label: 'What is it?', hint: 'For example: Community nursing, two evenings a week', saved: support?.name ?? '' })}
${radios('breakKind', 'What kind of support is it?', kindNames, { all: breakKinds, saved: support?.breakKind })}
${radios('way', 'How does the family have it?', wayNames, { all: awardWays, saved: support?.way })}
${radios('paidBy', 'Who pays?', payerNames, { all: payers, saved: support?.paidBy })}
<p class="govuk-body">In a whole year. Leave empty what it does not give, and what nobody knows.</p>
${lineQuestion(visit, { field: 'cost', label: 'Cost a year', prefix: '£', width: 10, inputmode: 'decimal', saved: cost === null ? '' : formatPounds(pence(cost)).slice(1) })}
${lineQuestion(visit, { field: 'hours', label: 'Hours a year', width: 5, inputmode: 'numeric', saved: minutes === null ? '' : String(minutes / 60) })}
${lineQuestion(visit, { field: 'nights', label: 'Nights a year', width: 5, inputmode: 'numeric', saved: number(support?.yearlyNights) })}
${choiceQuestion(visit, {
  field: 'legalBasis',
  label: 'If it gives nights: under which law?',
  hint: 'How often nights are looked at, and how many there may be, goes by it.',
  saved: support?.legalBasis ?? (support !== null && support.yearlyNights !== null ? 'not-known' : ''),
  options: [
    { value: 'section-17', text: 'Section 17 of the Children Act 1989: help for a child in need' },
    {
      value: 'section-20',
      text: 'Section 20 of the Children Act 1989: the child is looked after on those nights',
    },
    { value: 'not-known', text: 'Nobody knows' },
  ],
})}
${dateQuestion(visit, { field: 'startsOn', label: 'From which day?', savedDate: support?.startsOn ?? null })}
${dateQuestion(visit, { field: 'endsOn', label: 'Until which day?', hint: 'Leave it empty while no end is known.', savedDate: support?.endsOn ?? null })}
${dateQuestion(visit, { field: 'reviewOn', label: 'When is it looked at again?', hint: 'Leave it empty if you do not know.', savedDate: support?.reviewOn ?? null })}
${lineQuestion(visit, { field: 'toldBy', label: 'Who told us?', hint: 'A person or a letter', saved: support?.toldBy ?? '' })}
${button({ text: 'Save', preventDoubleClick: true })}`;
}
