import { type Html, html } from '#platform/web/html.ts';
import { attribute, attributes } from './attributes.ts';
import { type Choice, type ChoiceDetails, type ChoicesOptions, choices } from './choices.ts';

export type RadiosItem = Choice;

export interface RadiosOptions extends ChoicesOptions<RadiosItem> {
  /** The value of the item that is chosen, unless that item says `checked: false`. */
  readonly value?: string | number;
}

/** Gives a question with one answer. `{ divider: 'or' }` among the items parts them. */
export function radios(options: RadiosOptions): Html {
  const chosen = options.value ? String(options.value) : undefined;
  return choices({
    options,
    kind: 'radios',
    describedBy: options.fieldset?.describedBy,
    isChecked: (item) => item.checked ?? (chosen !== undefined && String(item.value) === chosen),
    input: (item, details) => radio(options, item, details),
  });
}

function radio(options: RadiosOptions, item: RadiosItem, details: ChoiceDetails): Html {
  return html`<input class="govuk-radios__input" id="${details.id}" name="${options.name}" type="radio" value="${item.value}"${attribute('checked', details.isChecked)}${attribute('disabled', item.disabled)}${attribute('data-aria-controls', details.conditionalId)}${attribute('aria-describedby', details.hintId)}${attributes(item.attributes)}>`;
}
