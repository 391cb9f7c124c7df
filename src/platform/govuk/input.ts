import { type Html, html } from '#platform/web/html.ts';
import {
  type Attributes,
  also,
  attribute,
  attributeEvenIfEmpty,
  attributes,
  stateAttribute,
} from './attributes.ts';
import { type Content, contentOf, hasContent } from './content.ts';
import { betweenSlots, type FieldOptions, fieldId, fieldIntroduction, formGroup } from './form-group.ts';

/** What stands against an input, such as a pound sign. Screen readers skip it: say it in the label too. */
export type InputAffix = Content & { readonly classes?: string; readonly attributes?: Attributes };

export interface InputOptions extends FieldOptions {
  /** "text" if not given. */
  readonly type?: string;
  readonly inputmode?: string;
  readonly value?: string | number;
  readonly prefix?: InputAffix;
  readonly suffix?: InputAffix;
  readonly autocomplete?: string;
  readonly pattern?: string;
  readonly spellcheck?: boolean;
  readonly autocapitalize?: string;
  readonly inputWrapper?: { readonly classes?: string; readonly attributes?: Attributes };
}

/** Gives a field of one line with its label, hint and error. */
export function input(options: InputOptions): Html {
  const introduction = fieldIntroduction(options);
  const element = inputElement(options, introduction.describedBy);
  return formGroup({
    group: options.formGroup,
    hasError: Boolean(options.errorMessage),
    content: html`${introduction.html}
  ${needsWrapper(options) ? wrapped(options, element) : element}`,
  });
}

function inputElement(options: InputOptions, describedBy: string): Html {
  return html`<input class="govuk-input${also(options.classes)}${options.errorMessage && ' govuk-input--error'}" id="${fieldId(options)}" name="${options.name}" type="${options.type || 'text'}"${stateAttribute('spellcheck', options.spellcheck)}${attributeEvenIfEmpty('value', options.value)}${attribute('disabled', options.disabled)}${attribute('aria-describedby', describedBy)}${attributeEvenIfEmpty('autocomplete', options.autocomplete)}${attributeEvenIfEmpty('autocapitalize', options.autocapitalize)}${attributeEvenIfEmpty('pattern', options.pattern)}${attributeEvenIfEmpty('inputmode', options.inputmode)}${attributes(options.attributes)}>`;
}

function needsWrapper(options: InputOptions): boolean {
  return (
    hasContent(options.prefix) ||
    hasContent(options.suffix) ||
    hasContent(options.formGroup?.beforeInput) ||
    hasContent(options.formGroup?.afterInput)
  );
}

function wrapped(options: InputOptions, element: Html): Html {
  const { inputWrapper, prefix, suffix } = options;
  const withAffixes = html`${hasContent(prefix) && affix('prefix', prefix)}
    ${element}
    ${hasContent(suffix) && affix('suffix', suffix)}`;
  return html`<div class="govuk-input__wrapper${also(inputWrapper?.classes)}"${attributes(inputWrapper?.attributes)}>
    ${betweenSlots(options.formGroup, withAffixes)}
  </div>`;
}

function affix(side: 'prefix' | 'suffix', options: InputAffix | undefined): Html {
  return html`<div class="govuk-input__${side}${also(options?.classes)}" aria-hidden="true"${attributes(options?.attributes)}>${contentOf(options)}</div>`;
}
