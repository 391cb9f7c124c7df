import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf, type Possibly } from './content.ts';
import { type SummaryAction, type SummaryActions, summaryActions } from './summary-actions.ts';
import { type SummaryCard, summaryCard } from './summary-card.ts';

export type { SummaryAction, SummaryActions, SummaryCard };

export interface SummaryListRow {
  readonly key: Content & { readonly classes?: string };
  readonly value: Content & { readonly classes?: string };
  readonly actions?: SummaryActions;
  readonly classes?: string;
}

export interface SummaryListOptions {
  readonly rows: readonly Possibly<SummaryListRow>[];
  /** Puts the list in a card with a title and actions of its own. */
  readonly card?: SummaryCard;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives facts as pairs of key and value, each with its actions; in a card, the title is added to each link for those who hear it. */
export function summaryList(options: SummaryListOptions): Html {
  const someActions = options.rows.some((row) => (row ? Boolean(row.actions?.items?.length) : false));
  const rows = options.rows.map((row) => {
    if (!row) return false;
    const lacksActions = someActions && !row.actions?.items;
    return html`
  <div class="govuk-summary-list__row${lacksActions && ' govuk-summary-list__row--no-actions'}${also(row.classes)}">
    <dt class="govuk-summary-list__key${also(row.key.classes)}">${contentOf(row.key)}</dt>
    <dd class="govuk-summary-list__value${also(row.value.classes)}">${contentOf(row.value)}</dd>
    ${row.actions && summaryActions({ place: 'row', actions: row.actions, cardTitle: options.card?.title })}
  </div>`;
  });
  const list = html`<dl class="govuk-summary-list${also(options.classes)}"${attributes(options.attributes)}>${rows}
</dl>`;
  return options.card ? summaryCard(options.card, list) : list;
}
