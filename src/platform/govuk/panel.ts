import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { button } from './button.ts';
import {
  contentOf,
  either,
  type HeadingLevel,
  hasContent,
  type PossibleContent,
  type TextOrHtml,
} from './content.ts';

export interface PanelAction {
  readonly text: string;
  /** "button" makes a link look like a button; without `href` it is one. */
  readonly type?: 'submit' | 'button' | 'reset';
  readonly href?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export type PanelOptions = PossibleContent &
  TextOrHtml<'titleText', 'titleHtml'> & {
    readonly headingLevel?: HeadingLevel;
    /** With `govuk-panel--interruption` the panel stops people for a question, and may have actions. */
    readonly classes?: string;
    readonly attributes?: Attributes;
    readonly actions?: {
      readonly items?: readonly PanelAction[];
      readonly classes?: string;
      readonly attributes?: Attributes;
    };
  };

/** Gives the green panel that says that something is done, or a panel that interrupts a journey. */
export function panel(options: PanelOptions): Html {
  const isInterruption = Boolean(options.classes?.includes('govuk-panel--interruption'));
  const level = options.headingLevel || 1;
  return html`<div class="govuk-panel${!isInterruption && ' govuk-panel--confirmation'}${also(options.classes)}"${attributes(options.attributes)}>
  <h${level} class="govuk-panel__title">${either(options.titleHtml, options.titleText)}</h${level}>
  ${hasContent(options) && html`<div class="govuk-panel__body">${contentOf(options)}</div>`}
  ${isInterruption && panelActions(options.actions)}
</div>`;
}

function panelActions(actions: PanelOptions['actions']): Html {
  if (!actions) return nothing;
  const group = actions.items?.length
    ? html`<div class="govuk-button-group">${actions.items.map(panelAction)}</div>`
    : nothing;
  return html`<div class="govuk-panel__actions${also(actions.classes)}"${attributes(actions.attributes)}>${group}</div>`;
}

function panelAction(action: PanelAction): Html {
  if (action.href && action.type !== 'button') {
    return html`
      <a class="govuk-link govuk-link--inverse${also(action.classes)}" href="${action.href}"${attributes(action.attributes)}>${action.text}</a>`;
  }
  return html`
      ${button({ ...action, type: action.type || 'button', classes: `govuk-button--inverse${also(action.classes)}` })}`;
}
