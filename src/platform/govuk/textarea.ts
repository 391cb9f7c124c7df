import { type Html, html } from '#platform/web/html.ts';
import { also, attribute, attributes, stateAttribute } from './attributes.ts';
import { betweenSlots, type FieldOptions, fieldId, fieldIntroduction, formGroup } from './form-group.ts';

export interface TextareaOptions extends FieldOptions {
  readonly value?: string;
  /** 5 if not given. */
  readonly rows?: number;
  readonly spellcheck?: boolean;
  readonly autocomplete?: string;
}

/** Gives a field of several lines with its label, hint and error. */
export function textarea(options: TextareaOptions): Html {
  const introduction = fieldIntroduction(options);
  const hasError = Boolean(options.errorMessage);
  const value = options.value ?? '';
  // HTML drops a line break that comes straight after the opening tag, and with it the first one that a person typed.
  const guard = value.startsWith('\n') || value.startsWith('\r\n') ? '\n' : '';
  const element = html`<textarea class="govuk-textarea${hasError && ' govuk-textarea--error'}${also(options.classes)}" id="${fieldId(options)}" name="${options.name}" rows="${options.rows || 5}"${stateAttribute('spellcheck', options.spellcheck)}${attribute('disabled', options.disabled)}${attribute('aria-describedby', introduction.describedBy)}${attribute('autocomplete', options.autocomplete)}${attributes(options.attributes)}>${guard}${value}</textarea>`;
  return formGroup({
    group: options.formGroup,
    hasError,
    content: html`${introduction.html}
  ${betweenSlots(options.formGroup, element)}`,
  });
}
