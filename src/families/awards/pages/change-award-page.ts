import { fullName } from '#families/register/index.ts';
import { formatPounds } from '#kernel/money.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { dateQuestion, lineQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { actOf } from '../asked-act.ts';
import { type AwardFile, awardFile } from '../award-file.ts';
import type { Act } from '../domain/act.ts';
import { amountsOn } from '../domain/change.ts';
import { formatGranted } from '../domain/granted.ts';

const titles: Readonly<Record<Act, string>> = {
  change: 'Change what the award is of',
  suspend: 'Suspend the award',
  resume: 'Let the award go on',
  end: 'End the award early',
};

const dayLabels: Readonly<Record<Act, string>> = {
  change: 'From which day is it of that?',
  suspend: 'From which day is it suspended?',
  resume: 'From which day does it go on?',
  end: 'What is the first day without it?',
};

/** Asks what is to happen to an award and from when; the answer leads to the page that says what it would do. */
export async function changeAwardPage(visit: Visit): Promise<Page | NotFound> {
  const act = actOf(visit.params.act);
  const file = await awardFile(visit);
  if (file === null || act === null) return notFound('an award');
  visit.concerns('award', file.award.id);
  return changeForm(visit, file, act);
}

/** The form itself, also with what was wrong with it. */
export function changeForm(visit: Visit, file: AwardFile, act: Act): Page {
  const { award, child } = file;
  const back = `/practitioners/awards/${award.id}`;
  return page({
    title: titles[act],
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: back, text: `Back to the award` }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${fullName(child)}, ${award.reference}</span><h1 class="govuk-heading-l">${titles[act]}</h1>
<p class="govuk-body">Now: ${formatGranted({ ...amountsOn(award, file.changes, visit.clock.today()), per: award.per })}.</p>
<form method="get" action="${back}/${act}/check" novalidate>
${act === 'change' ? amounts(visit, file) : nothing}
${dateQuestion(visit, { field: 'from', label: dayLabels[act], example: visit.clock.today().add({ days: 7 }) })}
${button({ text: 'See what this does' })}
</form></div></div>`,
  });
}

function amounts(visit: Visit, { award, changes }: AwardFile): Html {
  const now = amountsOn(award, changes, visit.clock.today());
  const hours = now.minutes === null ? '' : String(now.minutes / 60);
  return html`<p class="govuk-body">What is it of from then on? Leave empty what it is not of. If anything becomes more, a team manager has to agree.</p>
${lineQuestion(visit, { field: 'amount', label: 'Amount in pounds', prefix: '£', width: 10, inputmode: 'decimal', saved: now.amount === null ? '' : formatPounds(now.amount).slice(1) })}
${lineQuestion(visit, { field: 'hours', label: 'Hours', width: 5, inputmode: 'decimal', saved: hours })}
${lineQuestion(visit, { field: 'nights', label: 'Nights', width: 5, inputmode: 'numeric', saved: now.nights === null ? '' : String(now.nights) })}`;
}
