import { type Html, html } from './html.ts';

/** An address as a page shows it: it breaks before its "@" where there is no room for it in one line. */
export function emailWords(email: string): Html {
  const at = email.indexOf('@');
  return html`${email.slice(0, at)}<wbr>${email.slice(at)}`;
}
