import { applicationJourney } from '#families/applications/index.ts';
import { fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { ageOn, formatDate } from '#kernel/local-date.ts';
import { holidaysOf } from '#platform/authorities/index.ts';
import { backLink, button, details, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { neededSteps } from '#platform/web/journey.ts';
import { type NotFound, notFound, type Page, page, signedIn, type Visit } from '#platform/web/visit.ts';
import { type CaseFile, caseFileOf } from '../case-file.ts';
import { clockWords } from '../domain/clock-words.ts';
import { whyNotBy } from '../may-decide.ts';
import { managerRole, seesLists } from '../policy.ts';
import {
  corrections,
  decidedPanel,
  earlierDecisions,
  evidenceCards,
  filledInBy,
  neighbours,
  saidElsewhere,
  timeline,
} from './case-parts.ts';
import { schemeReading } from './scheme-reading.ts';
import { clockTag, recommendationWords } from './words.ts';

/** One application beside its evidence, with what the scheme says, and everything that makes one look twice. */
export async function casePage(visit: Visit): Promise<Page | NotFound> {
  const file = await caseFileOf(visit, visit.params.application ?? '');
  if (file === null) return notFound('an application');
  visit.concerns('application', file.application.id, { child: file.child.id });
  const name = fullName(file.child);
  return page({
    title: name,
    section: 'applications',
    isPrivate: true,
    before: backLink(
      seesLists(visit)
        ? { href: '/practitioners/applications', text: 'All applications' }
        : { href: '/practitioners', text: 'Your work' },
    ),
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">${file.application.reference}</span>
<h1 class="govuk-heading-l">${name}</h1>
${facts(visit, file)}
${file.decision === null ? toDecide(visit, file) : decidedPanel(file.decision, file.award)}
${saidElsewhere(file)}
<div class="daybreak-beside">
<section aria-labelledby="says"><h2 class="govuk-heading-m" id="says">${file.proxy === null ? 'What the family says' : 'What was said for the family'}</h2>${answers(file)}</section>
<section aria-labelledby="shows"><h2 class="govuk-heading-m" id="shows">What the letters show</h2>${evidenceCards(file)}${corrections(file)}</section>
</div>
${schemeReading(file)}
${neighbours(file)}
${earlierDecisions(file)}
${timeline(file)}
${file.decision === null && knowsFamily(visit, file)}
${forManagers(visit, file)}`,
  });
}

function facts(visit: Visit, file: CaseFile): Html {
  const { application, child } = file;
  const today = visit.clock.today();
  const clock = clockWords({
    state: application.state,
    dueOn: application.dueOn,
    today,
    holidays: holidaysOf(visit.authority),
  });
  const isOpen = file.decision === null && application.dueOn !== null;
  return html`<ul class="daybreak-facts">
<li>${ageOn(child.bornOn, today)} years old, born ${formatDate(child.bornOn)}</li>
${application.sentAt !== null && html`<li>Sent ${formatDate(dateInEngland(application.sentAt))}</li>`}
${file.proxy !== null && html`<li>Filled in by ${filledInBy(file.proxy)}</li>`}
${isOpen && application.dueOn !== null && html`<li>Due ${formatDate(application.dueOn)}</li>`}
<li>${clockTag(clock)}</li>
</ul>`;
}

function toDecide(visit: Visit, file: CaseFile): Html {
  const { application, reading } = file;
  const base = `/practitioners/applications/${application.id}`;
  const says = reading.ok
    ? html`<p class="daybreak-soft govuk-!-margin-bottom-1">${reading.value.scheme.name}, version ${reading.value.version.id}, recommends</p><p class="daybreak-figure govuk-!-margin-bottom-4">${recommendationWords(reading.value.recommendation)}</p>`
    : html`<p class="govuk-body">${reading.message}</p>`;
  const whyNot = whyNotBy(file, signedIn(visit));
  return html`<div class="daybreak-panel">${says}
${whyNot !== null && html`<p class="govuk-body">${whyNot.message}</p>`}
<div class="govuk-button-group">${reading.ok && whyNot === null && button({ text: 'Decide', href: `${base}/decide` })}
${application.state === 'sent' && button({ text: 'Ask the family for more', href: `${base}/ask`, classes: 'govuk-button--secondary' })}</div></div>`;
}

/** The mandatory justification stands first; the rest in the order in which it was asked. */
function answers(file: CaseFile): Html {
  const { answers } = file.application;
  const steps = neededSteps(applicationJourney, answers);
  const rowsOf = (wanted: (title: string) => boolean) =>
    steps
      .filter((step) => wanted(step.section))
      .flatMap((step) => step.rows(answers))
      .map((row) => ({
        key: { text: row.question },
        value: typeof row.answer === 'string' ? { text: row.answer } : { html: row.answer },
      }));
  const first = rowsOf((section) => section === 'The money');
  const rest = rowsOf((section) => section !== 'The money');
  return html`<h3 class="govuk-heading-s">Why, and what for</h3>
${summaryList({ rows: first, classes: 'daybreak-close' })}
<h3 class="govuk-heading-s">The child and the household</h3>
${summaryList({ rows: rest, classes: 'daybreak-close' })}`;
}

function knowsFamily(visit: Visit, file: CaseFile): Html {
  const to = `/practitioners/applications/${file.application.id}/know-family`;
  return details({
    summaryText: 'I know this family',
    html: html`<p class="govuk-body">Nobody decides for their own household, family, friends or neighbours. If you know this family, say so: you will no longer see this case, and another officer takes it. You cannot take this back.</p>
${formTo(visit, button({ text: 'I know this family', classes: 'govuk-button--secondary', preventDoubleClick: true }), { to })}`,
  });
}

/** What a manager may do besides. */
function forManagers(visit: Visit, file: CaseFile): Html {
  if (!signedIn(visit).roles.includes(managerRole)) return html``;
  const base = `/practitioners/applications/${file.application.id}`;
  return html`<p class="govuk-body"><a class="govuk-link" href="${base}/assign">Give the case to somebody</a> · <a class="govuk-link" href="${base}/interests">Who knows this family</a></p>`;
}
