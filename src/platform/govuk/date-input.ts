import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { contentOf } from './content.ts';
import { type DatePartsOptions, dateParts, type SettledPart } from './date-parts.ts';
import type { FieldError } from './error-message.ts';
import { fieldset, type GroupFieldset } from './fieldset.ts';
import { formGroup, guidance, type InputsFormGroup } from './form-group.ts';
import type { FieldHint } from './hint.ts';
import { input } from './input.ts';

export interface DateInputOptions extends DatePartsOptions {
  /** The parts get the ids `ID-day`, `ID-month` and `ID-year`. */
  readonly id: string;
  readonly fieldset?: GroupFieldset;
  readonly hint?: FieldHint;
  readonly errorMessage?: FieldError;
  readonly formGroup?: InputsFormGroup;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/**
 * Gives a date in three inputs, named `day`, `month` and `year`, or `PREFIX-day` and so on. It takes what a
 * person typed as it stands: 31 February is for the form to refuse.
 */
export function dateInput(options: DateInputOptions): Html {
  const hasError = Boolean(options.errorMessage);
  const guide = guidance({
    id: options.id,
    describedBy: options.fieldset?.describedBy,
    hint: options.hint,
    errorMessage: options.errorMessage,
  });
  const content = html`${guide.html}
  <div class="govuk-date-input${also(options.classes)}"${attributes(options.attributes)}${attribute('id', options.id)}>
    ${contentOf(options.formGroup?.beforeInputs)}
    ${dateParts(options, hasError).map((part) => partInput(options.id, part))}
    ${contentOf(options.formGroup?.afterInputs)}
  </div>`;
  return formGroup({
    group: options.formGroup,
    hasError,
    // JAWS does not read the description of a fieldset of text inputs unless its role says that it is a group.
    content: options.fieldset
      ? fieldset({ ...options.fieldset, role: 'group', describedBy: guide.describedBy, html: content })
      : content,
  });
}

function partInput(id: string, { part, name, fieldName, value, classes }: SettledPart): Html {
  const field = input({
    label: { text: part.label || capitalised(name), classes: 'govuk-date-input__label' },
    id: part.id || `${id}-${name}`,
    classes,
    name: fieldName,
    value,
    inputmode: part.inputmode || 'numeric',
    autocomplete: part.autocomplete,
    pattern: part.pattern,
    attributes: part.attributes,
  });
  return html`<div class="govuk-date-input__item">
      ${field}
    </div>
    `;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
