import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

/** What is wrong with a field; the field itself gives it its id. */
export type FieldError = Content & {
  readonly classes?: string;
  readonly attributes?: Attributes;
  /** The word that screen readers say first, "Error" if not given; an empty text leaves it out. */
  readonly visuallyHiddenText?: string;
};

export type ErrorMessageOptions = FieldError & { readonly id?: string };

/** Gives the sentence that says what is wrong with one field. */
export function errorMessage(options: ErrorMessageOptions): Html {
  const prefix = options.visuallyHiddenText ?? 'Error';
  return html`<p${attribute('id', options.id)} class="govuk-error-message${also(options.classes)}"${attributes(options.attributes)}>
  ${prefix && html`<span class="govuk-visually-hidden">${prefix}:</span> `}${contentOf(options)}
</p>`;
}
