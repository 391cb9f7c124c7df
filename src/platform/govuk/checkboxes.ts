import { type Html, html } from '#platform/web/html.ts';
import { attribute, attributes } from './attributes.ts';
import { type Choice, type ChoiceDetails, type ChoicesOptions, choices } from './choices.ts';

export type CheckboxesItem = Choice & {
  /** The group's name if not given. */
  readonly name?: string;
  /** "exclusive" unticks the others: "None of these". Needs scripts, so the server must check it too. */
  readonly behaviour?: 'exclusive';
};

export interface CheckboxesOptions extends ChoicesOptions<CheckboxesItem> {
  /** The values of the items that are ticked, unless an item says `checked: false`. */
  readonly values?: readonly (string | number)[];
  /** Ids that describe the boxes, where there is no fieldset. */
  readonly describedBy?: string;
}

/** Gives a question with any number of answers. `{ divider: 'or' }` among the items parts them. */
export function checkboxes(options: CheckboxesOptions): Html {
  const ticked = options.values?.map(String);
  return choices({
    options,
    kind: 'checkboxes',
    describedBy: options.fieldset?.describedBy || options.describedBy,
    isChecked: (item) => item.checked ?? ticked?.includes(String(item.value)) ?? false,
    input: (item, details) => checkbox(options, item, details),
  });
}

function checkbox(options: CheckboxesOptions, item: CheckboxesItem, details: ChoiceDetails): Html {
  const group = options.fieldset ? '' : details.groupDescribedBy;
  const describedBy = group && details.hintId ? `${group} ${details.hintId}` : group || details.hintId;
  return html`<input class="govuk-checkboxes__input" id="${details.id}" name="${item.name || options.name}" type="checkbox" value="${item.value}"${attribute('checked', details.isChecked)}${attribute('disabled', item.disabled)}${attribute('data-aria-controls', details.conditionalId)}${attribute('data-behaviour', item.behaviour)}${attribute('aria-describedby', describedBy)}${attributes(item.attributes)}>`;
}
