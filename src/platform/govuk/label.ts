import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

/** The label of a field; the field itself adds which field it is for. */
export type FieldLabel = Content & {
  readonly classes?: string;
  /** Makes the label the heading of a page that asks one question. */
  readonly isPageHeading?: boolean;
  readonly attributes?: Attributes;
};

export type LabelOptions = FieldLabel & { readonly for?: string };

/** Gives a label, or nothing when it has no words. */
export function label(options: LabelOptions): Html {
  const content = contentOf(options);
  if (!content) return nothing;
  const element = html`<label class="govuk-label${also(options.classes)}"${attributes(options.attributes)}${attribute('for', options.for)}>
  ${content}
</label>`;
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element;
}
