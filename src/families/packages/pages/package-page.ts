import { formatHours, kindNames, payerNames, wayNames } from '#families/awards/index.ts';
import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { chartFigure, timelineChart } from '#platform/charts/index.ts';
import { backLink, button, notificationBanner, table, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import type { Breach } from '../domain/breaches.ts';
import type { Support, SupportOnDay, Yearly } from '../domain/support.ts';
import { type PackageFile, packageFile } from '../package-file.ts';

/** All that one child has, whatever pays for it. */
export async function packagePage(visit: Visit): Promise<Page | NotFound> {
  const file = await packageFile(visit);
  if (file === null) return notFound('a child');
  const { child } = file;
  visit.concerns('child', child.id);
  const name = fullName(child);
  return page({
    title: `${name}’s package`,
    section: 'packages',
    isPrivate: true,
    before: backLink({ href: `/practitioners/children/${child.id}`, text: name }),
    main: html`${told(visit)}<h1 class="govuk-heading-l">${name}’s package</h1>
<p class="govuk-body">All that ${child.givenName} has today, whatever pays for it.</p>
${figures(file)}
${file.breaches.map(breach)}
${file.today.supports.length === 0 ? html`<p class="daybreak-panel">${child.givenName} has no support today that is recorded here.</p>` : supports(visit, file)}
${mayRecord(visit) && button({ text: 'Add support from others', href: `/practitioners/children/${child.id}/package/add`, classes: 'govuk-button--secondary' })}
${timeline(visit, file)}`,
  });
}

function told(visit: Visit): Html {
  return visit.query.get('told') === 'recorded'
    ? notificationBanner({ type: 'success', text: 'The support is recorded.' })
    : nothing;
}

function mayRecord(visit: Visit): boolean {
  return ['short-breaks-officer', 'social-worker', 'team-manager'].some((role) =>
    visit.person?.roles.includes(role),
  );
}

function figures({ today }: PackageFile): Html {
  const figure = (name: string, value: string, more = '') =>
    html`<div class="daybreak-figures__one"><dt>${name}</dt><dd><span class="daybreak-figure">${value}</span><span class="daybreak-soft">${more}</span></dd></div>`;
  const unpriced = today.unpriced === 0 ? '' : `and ${today.unpriced} with a cost that is not known`;
  return html`<dl class="daybreak-figures">
${figure('Cost a year', formatPounds(pence(today.pence)), unpriced)}
${figure('Hours a year', (today.minutes / 60).toLocaleString('en-GB', { maximumFractionDigits: 1 }))}
${figure('Nights a year', String(today.nights))}
</dl>`;
}

function breach({ rule, supports: broken }: Breach): Html {
  return html`<div class="daybreak-verdict daybreak-verdict--other"><h2 class="govuk-heading-s">${rule.name}</h2>
<p class="govuk-body">${rule.says} <span class="daybreak-soft">(${broken.map(({ name }) => name).join(', ')})</span></p>
<p class="govuk-body"><strong>What to do:</strong> ${rule.advice}</p>
<p class="govuk-body daybreak-soft">${rule.source}</p></div>`;
}

function amounts({ pence: cost, minutes, nights }: Yearly): string {
  const parts = [
    minutes === null ? '' : formatHours(minutes),
    nights === null ? '' : nights === 1 ? '1 night' : `${nights} nights`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? (cost === null ? 'Not known' : 'Money') : parts.join(' and ');
}

function supports(visit: Visit, { child, today }: PackageFile): Html {
  const scrolls = table({
    caption: 'What there is now, by the year',
    firstCellIsHeader: true,
    head: ['Support', 'Cost a year', 'Agreed a year', 'Delivered', 'From and to', 'Next review'].map(
      (text) => ({ text }),
    ),
    rows: today.supports.map((one) => row(visit, child.id, one)),
  });
  return html`<div class="chart__table" role="region" aria-label="What there is now: table" tabindex="0">${scrolls}</div>`;
}

function row(visit: Visit, childId: string, { support, now }: SupportOnDay) {
  const last = support.stretches.at(-1)?.to ?? null;
  const first = support.stretches[0]?.from ?? now.from;
  const isLate =
    support.reviewOn !== null && Temporal.PlainDate.compare(support.reviewOn, visit.clock.today()) < 0;
  return [
    { html: nameOf(visit, childId, support, now.isSuspended) },
    {
      text: now.isSuspended
        ? 'Nothing now'
        : now.pence === null
          ? 'Not known'
          : formatPounds(pence(now.pence)),
    },
    { text: now.isSuspended ? 'Nothing now' : amounts(now) },
    { text: 'Not recorded yet' },
    { text: `${formatDate(first)} to ${last === null ? 'no known end' : formatDate(last)}` },
    {
      html: html`${support.reviewOn === null ? 'None set' : formatDate(support.reviewOn)}${isLate && html` ${tag({ text: 'Overdue', classes: 'govuk-tag--red' })}`}`,
    },
  ];
}

function nameOf(visit: Visit, childId: string, support: Support, isSuspended: boolean): Html {
  const kind = kindNames[support.breakKind as keyof typeof kindNames];
  const way = wayNames[support.way as keyof typeof wayNames];
  const payer = payerNames[support.paidBy as keyof typeof payerNames];
  const href =
    support.origin === 'award'
      ? `/practitioners/awards/${support.id}`
      : `/practitioners/children/${childId}/package/other/${support.id}`;
  const isLink = support.origin === 'award' || mayRecord(visit);
  const name = support.origin === 'award' ? kind : support.name;
  return html`${isLink ? html`<a class="govuk-link" href="${href}">${name}</a>` : name}${isSuspended && html` ${tag({ text: 'Suspended', classes: 'govuk-tag--yellow' })}`}
<br><span class="daybreak-soft govuk-!-font-weight-regular">${support.origin === 'award' ? support.name : kind}. ${way}. ${payer}.</span>`;
}

function timeline(visit: Visit, { supports: all }: PackageFile): Html {
  if (all.length === 0) return nothing;
  const today = visit.clock.today();
  const drawn = timelineChart({
    id: 'package',
    title: 'From two years ago to a year ahead',
    of: 'Support',
    from: today.subtract({ years: 2 }),
    to: today.add({ years: 1 }),
    today,
    rows: all.map((support) => {
      const cost = support.stretches.at(-1)?.pence ?? null;
      return {
        label:
          support.origin === 'award'
            ? `${kindNames[support.breakKind as keyof typeof kindNames]}, ${support.name}`
            : support.name,
        amount: cost === null ? '' : formatPounds(pence(cost)),
        spans: support.stretches.map(({ from, to, isSuspended }) => ({ from, to, isResting: isSuspended })),
      };
    }),
  });
  return html`<h2 class="govuk-heading-m">Over time</h2>${chartFigure(drawn)}`;
}
