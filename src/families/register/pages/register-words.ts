import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { LeavingReason, RegisterState } from '../domain/disability-register.ts';

export const registerStateWords: Readonly<Record<RegisterState, string>> = {
  asked: 'To confirm',
  confirmed: 'On the register',
  rejected: 'Not taken on',
  left: 'Has left',
};

export const leavingWords: Readonly<Record<LeavingReason, string>> = {
  'family-asked': 'the family asked',
  'turned-25': 'turned 25',
  'moved-away': 'moved away',
  other: 'another reason',
};

const colours: Readonly<Record<RegisterState, string>> = {
  asked: 'govuk-tag--yellow',
  confirmed: 'govuk-tag--green',
  rejected: 'govuk-tag--grey',
  left: 'govuk-tag--grey',
};

function isState(state: string): state is RegisterState {
  return Object.hasOwn(registerStateWords, state);
}

/** Where a child stands in the register of disabled children, as a mark; nobody is on it who did not ask. */
export function registerTag(state: string | null): Html {
  if (state === null || !isState(state)) return html`<span class="daybreak-soft">Not on it</span>`;
  return tag({ text: registerStateWords[state], classes: colours[state] });
}
