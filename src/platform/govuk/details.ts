import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf, either, type TextOrHtml } from './content.ts';

export type DetailsOptions = Content &
  TextOrHtml<'summaryText', 'summaryHtml'> & {
    readonly id?: string;
    readonly open?: boolean;
    readonly classes?: string;
    readonly attributes?: Attributes;
  };

/** Gives a line that opens to show more. */
export function details(options: DetailsOptions): Html {
  return html`<details${attribute('id', options.id)} class="govuk-details${also(options.classes)}"${attributes(options.attributes)}${attribute('open', options.open)}>
  <summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">
      ${either(options.summaryHtml, options.summaryText)}
    </span>
  </summary>
  <div class="govuk-details__text">
    ${contentOf(options)}
  </div>
</details>`;
}
