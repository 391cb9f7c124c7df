import { fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { ageOn, formatDate } from '#kernel/local-date.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Holding } from '../domain/holding.ts';
import type { Likeness } from '../domain/likeness.ts';
import type { Profile } from '../domain/profile.ts';

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}

/** How alike two records are, in words. */
export function likenessWords({ verdict, reasons, points }: Likeness): Html {
  const [text, colour] =
    verdict === 'surely'
      ? (['Almost surely one child', 'red'] as const)
      : verdict === 'perhaps'
        ? (['Perhaps one child', 'yellow'] as const)
        : (['Not alike', 'grey'] as const);
  return html`<p class="govuk-body">${tag({ text, classes: `govuk-tag--${colour}` })} ${reasons.join(', ')} <span class="daybreak-soft">(${points} points)</span></p>`;
}

/** One record of the two: who it is, where it lives, and what hangs on it. */
export function recordSide(
  visit: Visit,
  child: Profile,
  has: Holding | undefined,
  options: { readonly level: 2 | 3 },
): Html {
  const name = html`<a class="govuk-link" href="/practitioners/children/${child.id}">${fullName(child)}</a>`;
  return html`<div class="daybreak-pair__side">
${options.level === 2 ? html`<h2 class="govuk-heading-m">${name}</h2>` : html`<h3 class="govuk-heading-s">${name}</h3>`}
<p>${child.preferredName !== null && child.preferredName !== '' && html`Called ${child.preferredName}. `}Born ${formatDate(child.bornOn)}, ${ageOn(child.bornOn, visit.clock.today())} years old<br>${child.postcode}${child.earlierPostcodes.length > 0 && html` <span class="daybreak-soft">(before: ${child.earlierPostcodes.join(', ')})</span>`}${child.nhsNumber !== null && child.nhsNumber !== '' && html`<br>NHS number ${child.nhsNumber}`}</p>
${
  has === undefined
    ? ''
    : html`<p>${has.parents.length === 0 ? 'No parent carer is known' : `With ${has.parents.join(' and ')}`}</p>
<p class="daybreak-soft">${[
        counted(has.applications, 'application', 'applications'),
        counted(has.awards, 'award', 'awards'),
        counted(has.evidence, 'piece of evidence', 'pieces of evidence'),
        counted(has.assessments, 'assessment', 'assessments'),
        counted(has.facts, 'fact', 'facts'),
      ].join(
        ', ',
      )}${has.isOnRegister && ', on the register'}<br>Record made on ${formatDate(dateInEngland(has.since))}${has.broughtFrom.length > 0 && html`, brought over from ${has.broughtFrom.join(', ')}`}</p>`
}
</div>`;
}
