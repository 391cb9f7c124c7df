import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

export type InsetTextOptions = Content & {
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** Gives words set apart from the rest of the page. */
export function insetText(options: InsetTextOptions): Html {
  return html`<div${attribute('id', options.id)} class="govuk-inset-text${also(options.classes)}"${attributes(options.attributes)}>
  ${contentOf(options)}
</div>`;
}
