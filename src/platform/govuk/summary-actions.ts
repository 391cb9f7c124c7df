import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf, type PossibleContent } from './content.ts';

export type SummaryAction = Content & {
  readonly href: string;
  /** What the link is about, for those who hear it alone: Change *name*. */
  readonly visuallyHiddenText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export interface SummaryActions {
  readonly items?: readonly SummaryAction[];
  readonly classes?: string;
}

interface Placed {
  readonly place: 'row' | 'card';
  readonly actions: SummaryActions;
  readonly cardTitle: PossibleContent | undefined;
}

const parts = {
  row: {
    alone: 'dd',
    box: 'govuk-summary-list__actions',
    item: 'govuk-summary-list__actions-list-item',
  },
  card: { alone: 'div', box: 'govuk-summary-card__actions', item: 'govuk-summary-card__action' },
} as const;

/** Gives the actions of a row or a card: one link stands alone, more stand in a list. */
export function summaryActions({ place, actions, cardTitle }: Placed): Html | false {
  const items = actions.items ?? [];
  const [first] = items;
  if (!first) return false;
  const { alone, box, item } = parts[place];
  const classes = also(actions.classes);
  if (items.length === 1) {
    const link = actionLink(first, cardTitle);
    return alone === 'dd'
      ? html`<dd class="${box}${classes}">${link}</dd>`
      : html`<div class="${box}${classes}">${link}</div>`;
  }
  const list = items.map(
    (action) => html`
        <li class="${item}">${actionLink(action, cardTitle)}</li>`,
  );
  return place === 'row'
    ? html`<dd class="${box}${classes}"><ul class="govuk-summary-list__actions-list">${list}</ul></dd>`
    : html`<ul class="${box}${classes}">${list}</ul>`;
}

function actionLink(action: SummaryAction, cardTitle: PossibleContent | undefined): Html {
  const about = action.visuallyHiddenText && html` ${action.visuallyHiddenText}`;
  const title = cardTitle && html` (${contentOf(cardTitle)})`;
  return html`<a class="govuk-link${also(action.classes)}" href="${action.href}"${attributes(action.attributes)}>${contentOf(action)}${(about || title) && html`<span class="govuk-visually-hidden">${about}${title}</span>`}</a>`;
}
