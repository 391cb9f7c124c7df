import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributeEvenIfEmpty, attributes } from './attributes.ts';
import type { Possibly } from './content.ts';
import { betweenSlots, type FieldOptions, fieldId, fieldIntroduction, formGroup } from './form-group.ts';

export interface SelectItem {
  /** The text if not given. */
  readonly value?: string | number | boolean;
  readonly text: string;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
}

export interface SelectOptions extends FieldOptions {
  readonly items: readonly Possibly<SelectItem>[];
  /** The value of the item that is chosen, unless that item says `selected: false`. */
  readonly value?: string | number;
}

/** Gives a list to choose one from, with its label, hint and error. */
export function select(options: SelectOptions): Html {
  const introduction = fieldIntroduction(options);
  const hasError = Boolean(options.errorMessage);
  const items = options.items ?? [];
  const element = html`<select class="govuk-select${also(options.classes)}${hasError && ' govuk-select--error'}" id="${fieldId(options)}" name="${options.name}"${attribute('disabled', options.disabled)}${attribute('aria-describedby', introduction.describedBy)}${attributes(options.attributes)}>
  ${items.map((item) => item && optionElement(item, options.value))}
  </select>`;
  return formGroup({
    group: options.formGroup,
    hasError,
    content: html`${introduction.html}
  ${betweenSlots(options.formGroup, element)}`,
  });
}

function optionElement(item: SelectItem, chosen: string | number | undefined): Html {
  const value = item.value === undefined ? undefined : String(item.value);
  const isChosen = Boolean(chosen) && (value ?? item.text) === String(chosen);
  const isSelected = item.selected ?? isChosen;
  return html`<option${attributeEvenIfEmpty('value', value)}${attribute('selected', isSelected)}${attribute('disabled', item.disabled)}${attributes(item.attributes)}>${item.text}</option>
  `;
}
