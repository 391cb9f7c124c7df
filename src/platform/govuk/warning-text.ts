import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

export type WarningTextOptions = Content & {
  /** What screen readers say for the exclamation mark; "Warning" if not given. */
  readonly iconFallbackText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** Gives a warning of something that matters, such as a consequence in law. */
export function warningText(options: WarningTextOptions): Html {
  return html`<div class="govuk-warning-text${also(options.classes)}"${attributes(options.attributes)}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
    ${contentOf(options)}
  </strong>
</div>`;
}
