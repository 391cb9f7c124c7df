import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

/** The hint of a field; the field itself gives it its id. */
export type FieldHint = Content & { readonly classes?: string; readonly attributes?: Attributes };

export type HintOptions = FieldHint & { readonly id?: string };

/** Gives a line of help for a field. */
export function hint(options: HintOptions): Html {
  return html`<div${attribute('id', options.id)} class="govuk-hint${also(options.classes)}"${attributes(options.attributes)}>
  ${contentOf(options)}
</div>`;
}
