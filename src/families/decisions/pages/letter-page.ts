import { awardNow } from '#families/awards/index.ts';
import { isId } from '#kernel/id.ts';
import { backLink } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { writtenHtml } from '#platform/words/index.ts';
import type { Letter } from '../letter.ts';
import { decidedCaseOfAward, decidedCaseOfDecision } from '../letters.ts';

/** The letter about an award, as the family and the officer see it. */
export async function awardLetterPage(visit: Visit): Promise<Page | NotFound> {
  const id = visit.params.award ?? '';
  const found = isId(id) ? await decidedCaseOfAward(visit, id) : null;
  const now = isId(id) && visit.person?.kind === 'family' ? await awardNow(visit, id) : null;
  if (found === null && now === null) return notFound('a letter');
  visit.concerns('award', id);
  return found === null ? withoutLetter(now ?? nothing) : letterPage(visit, found, now ?? nothing);
}

/** What a panel or a plan granted has its letter elsewhere; what the family has now stands here all the same. */
function withoutLetter(now: Html): Page {
  return page({
    title: 'What you have',
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account', text: 'Your account' }),
    main: html`<h1 class="govuk-heading-l">Your short break award</h1>${now}`,
  });
}

/** The letter about a decision; for one that awarded money, the same letter as the award's. */
export async function decisionLetterPage(visit: Visit): Promise<Page | NotFound> {
  const id = visit.params.decision ?? '';
  const found = isId(id) ? await decidedCaseOfDecision(visit, id) : null;
  if (found === null) return notFound('a letter');
  visit.concerns('decision', id);
  return letterPage(visit, found);
}

function letterPage(
  visit: Visit,
  found: { readonly letter: Letter; readonly applicationId: string; readonly decisionId: string },
  now: Html = nothing,
): Page {
  const { letter } = found;
  const isOfficer = visit.person?.kind === 'practitioner';
  return page({
    title: letter.title,
    section: isOfficer ? 'practitioners' : 'account',
    isPrivate: true,
    before: isOfficer
      ? backLink({
          href: `/practitioners/applications/${found.applicationId}`,
          text: 'Back to the application',
        })
      : backLink({ href: '/account', text: 'Your account' }),
    main: html`${now}<article class="daybreak-letter">
<p class="daybreak-letter__from">${visit.authority.logo}<span>${visit.authority.name}</span></p>
<p class="govuk-body daybreak-soft">${letter.date}<br>Reference: ${letter.reference}</p>
<h1 class="govuk-heading-l">${letter.title}</h1>
<p class="govuk-body">${letter.greeting}</p>
${writtenHtml(letter.written)}
</article>
<p class="govuk-body daybreak-no-print govuk-!-margin-top-4">To keep it on paper, print this page.</p>
${!isOfficer && html`<p class="govuk-body daybreak-no-print"><a class="govuk-link" href="/account/decisions/${found.decisionId}/appeal">Ask us to look again</a>, if you think that this is wrong.</p>`}`,
  });
}
