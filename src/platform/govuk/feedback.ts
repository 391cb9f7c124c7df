import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { either, type HeadingLevel, type PossibleContent, type TextOrHtml } from './content.ts';

export type FeedbackOptions = PossibleContent &
  TextOrHtml<'titleText', 'titleHtml'> & {
    /** 2 if not given. */
    readonly headingLevel?: HeadingLevel;
    readonly classes?: string;
    readonly attributes?: Attributes;
  };

/** Gives the place at the foot of a page where people are asked what they think of it. */
export function feedback(options: FeedbackOptions): Html {
  const level = options.headingLevel || 2;
  const markup = options.html?.text ? options.html : nothing;
  const content = markup.text ? markup : options.text && html`<p class="govuk-body">${options.text}</p>`;
  return html`<div class="govuk-feedback govuk-width-container${also(options.classes)}"${attributes(options.attributes)}>
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h${level} class="govuk-feedback__title">${either(options.titleHtml, options.titleText)}</h${level}>
      ${content && html`<div class="govuk-feedback__body">${content}</div>`}
    </div>
  </div>
</div>`;
}
