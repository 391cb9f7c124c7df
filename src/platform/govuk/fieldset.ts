import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

export type FieldsetLegend = Content & {
  readonly classes?: string;
  /** Makes the legend the heading of a page that asks one question. */
  readonly isPageHeading?: boolean;
};

/** The fieldset round radios, checkboxes or a date, which fill it themselves. */
export interface GroupFieldset {
  readonly legend?: FieldsetLegend;
  readonly describedBy?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface FieldsetOptions extends GroupFieldset {
  readonly role?: string;
  /** The fields that belong together. */
  readonly html?: Html;
}

/** Gives a group of fields under one legend. */
export function fieldset(options: FieldsetOptions): Html {
  return html`<fieldset class="govuk-fieldset${also(options.classes)}"${attribute('role', options.role)}${attribute('aria-describedby', options.describedBy)}${attributes(options.attributes)}>
  ${options.legend && legend(options.legend)}
  ${options.html}
</fieldset>`;
}

function legend(options: FieldsetLegend): Html | false {
  const content = contentOf(options);
  if (!content) return false;
  return html`<legend class="govuk-fieldset__legend${also(options.classes)}">
    ${options.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${content}</h1>` : content}
  </legend>`;
}
