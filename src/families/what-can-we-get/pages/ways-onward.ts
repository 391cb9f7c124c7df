import { bandsOf, type SchemeVersion } from '#families/schemes/index.ts';
import { formatPounds, type Pence } from '#kernel/money.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { emailWords } from '#platform/web/email-words.ts';
import { type Html, html } from '#platform/web/html.ts';

/** "The grant is £500, £750 or £1,000."; null where the scheme has no bands with amounts. */
export function amountsInWords(version: SchemeVersion): string | null {
  const amounts = bandsOf(version).flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const sorted = [...new Set(amounts)]
    .sort((one, other) => one - other)
    .map((one: Pence) => formatPounds(one));
  const last = sorted.pop();
  if (last === undefined) return null;
  return `The grant is ${sorted.length === 0 ? last : `${sorted.join(', ')} or ${last}`}.`;
}

/** How to reach the team. */
export function contactWords({ contact }: Authority): Html {
  return html`<p class="govuk-body">Call <a class="govuk-link" href="tel:${contact.phone.replaceAll(' ', '')}">${contact.phone}</a>${contact.hours !== '' && ` (${contact.hours})`} or write to <a class="govuk-link daybreak-break" href="mailto:${contact.email}">${emailWords(contact.email)}</a>.</p>`;
}

/** From this age the Care Act 2014 takes the place of the Children Act 1989. */
const ADULT = 18;

function askBy({ contact }: Authority, words: Html): Html {
  return html`<p class="govuk-body"><strong>To ask,</strong> call <a class="govuk-link" href="tel:${contact.phone.replaceAll(' ', '')}">${contact.phone}</a> and say: ${words}</p>`;
}

/**
 * What an assessment is and how to ask for one. Children Act 1989, section 17(10) and (11): a disabled child is
 * a child in need; section 17ZD: parent carers have a right to an assessment of their own needs. From 18 on, the
 * Care Act 2014, sections 9 and 10.
 */
export function assessmentWords(authority: Authority, age?: unknown): Html {
  if (typeof age === 'number' && age >= ADULT) {
    return html`<p class="govuk-body">Anybody aged 18 or over who may need care can have an assessment. So can the people who look after them. You do not need a diagnosis.</p>
${askBy(authority, html`“I want a Care Act assessment.” If you look after somebody, you can say: “I want a carer’s assessment too.”`)}`;
  }
  return html`<p class="govuk-body">Any disabled child can have an assessment. You can ask for one at any time. You do not need a diagnosis, and you do not need to have been told “no” first.</p>
<p class="govuk-body">Somebody comes to talk with you and your child about what you both need. After that the council may offer help at home, nights away or other support.</p>
${askBy(authority, html`“I want an assessment for my child under section 17 of the Children Act.” You can say: “I want a parent carer’s assessment too.”`)}`;
}
