import { formatDate } from '#kernel/local-date.ts';
import { button, insetText } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { signaturesNeeded } from '../actions/publish.ts';
import type { WholeDraft } from '../actions/whole-draft.ts';
import { signsAs } from '../policy.ts';

const dayOf = (at: Temporal.Instant) => formatDate(at.toZonedDateTimeISO('Europe/London').toPlainDate());

/** Who has signed the draft as it stands, whose signature a change took off, and the way to sign. */
export function signing(visit: Visit, { signatures, takenOff, fingerprint }: WholeDraft): Html {
  const has = signatures.some(({ personId }) => personId === visit.person?.id);
  const missing = Math.max(0, signaturesNeeded - signatures.length);
  return html`<h2 class="govuk-heading-m" id="sign">Signatures</h2>
<p class="govuk-body">Two people sign each version: a commissioner and a team manager, or two of one kind. When anything is changed, both signatures come off.</p>
${
  signatures.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${signatures.map(({ name, as, at }) => html`<li>${name}, ${as.replaceAll('-', ' ')}, ${dayOf(at)}</li>`)}</ul>`
}
${takenOff.length > 0 && insetText({ html: html`<p class="govuk-body">Something was changed after ${takenOff.map(({ name }) => name).join(' and ')} signed. The signature does not count any more.</p>` })}
<p class="govuk-body">${missing === 0 ? 'Both have signed.' : missing === 1 && signatures.length > 0 ? 'One more has to sign.' : 'Nobody has signed what stands here now.'}</p>
${
  signsAs(visit.person) !== null && !has
    ? formTo(
        visit,
        html`<input type="hidden" name="fingerprint" value="${fingerprint}"><p class="govuk-body">Have you <a class="govuk-link" href="/practitioners/statement/preview">read the whole of it</a>?</p>${button({ text: 'Sign it', preventDoubleClick: true, classes: 'govuk-button--secondary' })}`,
        { to: '/practitioners/statement/sign' },
      )
    : nothing
}`;
}
