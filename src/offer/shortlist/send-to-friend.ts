import { input } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';

/**
 * How a page is sent to a friend: by the visitor's own email program, or by copying its address. The service itself
 * writes to nobody whom it does not know.
 */
export function sendToFriend(given: { readonly title: string; readonly address: string }): Html {
  const letter = [
    ['subject', given.title],
    ['body', `I found this and thought of you:\r\n\r\n${given.title}\r\n${given.address}`],
  ]
    .map(([name, text]) => `${name}=${encodeURIComponent(text ?? '')}`)
    .join('&');
  return html`<p class="govuk-body"><a class="govuk-link" href="mailto:?${letter}">Email it to a friend</a></p>
${input({
  id: 'address',
  name: 'address',
  label: { text: 'Or copy this address', classes: 'govuk-label--s daybreak-share__label' },
  value: given.address,
  attributes: { readonly: '' },
  spellcheck: false,
})}`;
}
