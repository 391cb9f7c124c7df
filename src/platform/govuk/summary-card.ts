import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf, type HeadingLevel } from './content.ts';
import { type SummaryActions, summaryActions } from './summary-actions.ts';

export interface SummaryCard {
  /** The heading is of level 2 if not given. */
  readonly title?: Content & { readonly headingLevel?: HeadingLevel; readonly classes?: string };
  readonly actions?: SummaryActions;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives a card with a title and actions round a summary list. */
export function summaryCard(card: SummaryCard, list: Html): Html {
  const { title, actions } = card;
  const level = title?.headingLevel || 2;
  return html`<div class="govuk-summary-card${also(card.classes)}"${attributes(card.attributes)}>
  <div class="govuk-summary-card__title-wrapper">
    ${title && html`<h${level} class="govuk-summary-card__title${also(title.classes)}">${contentOf(title)}</h${level}>`}
    ${actions && summaryActions({ place: 'card', actions, cardTitle: title })}
  </div>
  <div class="govuk-summary-card__content">
    ${list}
  </div>
</div>`;
}
