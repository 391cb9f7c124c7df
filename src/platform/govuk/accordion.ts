import { type Html, html } from '#platform/web/html.ts';
import {
  type Attributes,
  also,
  attribute,
  attributes,
  messageAttributes,
  stateAttribute,
} from './attributes.ts';
import {
  type Content,
  contentOf,
  type HeadingLevel,
  hasContent,
  type PossibleContent,
  type Possibly,
} from './content.ts';

export interface AccordionItem {
  readonly heading: Content;
  readonly summary?: PossibleContent;
  readonly content: Content;
  readonly expanded?: boolean;
}

export interface AccordionOptions {
  /** The sections get the ids `ID-heading-1`, `ID-content-1` and so on. */
  readonly id: string;
  readonly items: readonly Possibly<AccordionItem>[];
  /** 2 if not given. */
  readonly headingLevel?: HeadingLevel;
  /** Whether the browser keeps in mind what was open; it does if not given. */
  readonly rememberExpanded?: boolean;
  readonly hideAllSectionsText?: string;
  readonly hideSectionText?: string;
  readonly hideSectionAriaLabelText?: string;
  readonly showAllSectionsText?: string;
  readonly showSectionText?: string;
  readonly showSectionAriaLabelText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives sections that open and close; without scripts they all stand open. */
export function accordion(options: AccordionOptions): Html {
  const messages: Attributes = {
    ...messageAttributes('hide-all-sections', options.hideAllSectionsText),
    ...messageAttributes('hide-section', options.hideSectionText),
    ...messageAttributes('hide-section-aria-label', options.hideSectionAriaLabelText),
    ...messageAttributes('show-all-sections', options.showAllSectionsText),
    ...messageAttributes('show-section', options.showSectionText),
    ...messageAttributes('show-section-aria-label', options.showSectionAriaLabelText),
  };
  return html`<div class="govuk-accordion${also(options.classes)}" data-module="govuk-accordion"${attribute('id', options.id)}${attributes(messages)}${stateAttribute('data-remember-expanded', options.rememberExpanded)}${attributes(options.attributes)}>
  ${options.items.map((item, index) => item && section(options, item, index + 1))}
</div>`;
}

function section(options: AccordionOptions, item: AccordionItem, place: number): Html {
  const { id } = options;
  const level = options.headingLevel || 2;
  return html`<div class="govuk-accordion__section${item.expanded && ' govuk-accordion__section--expanded'}">
    <div class="govuk-accordion__section-header">
      <h${level} class="govuk-accordion__section-heading">
        <span class="govuk-accordion__section-button" id="${id}-heading-${place}">${contentOf(item.heading)}</span>
      </h${level}>
      ${hasContent(item.summary) && html`<div class="govuk-accordion__section-summary govuk-body" id="${id}-summary-${place}">${contentOf(item.summary)}</div>`}
    </div>
    <div id="${id}-content-${place}" class="govuk-accordion__section-content">${sectionContent(item.content)}</div>
  </div>
  `;
}

function sectionContent(content: Content): Html | undefined {
  if (content.html?.text) return content.html;
  return content.text ? html`<p class="govuk-body">${content.text}</p>` : undefined;
}
