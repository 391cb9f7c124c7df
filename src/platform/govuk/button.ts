import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes, stateAttribute } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

export type ButtonOptions = Content & {
  /** "submit" if not given. */
  readonly type?: 'submit' | 'button' | 'reset';
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  /** Makes it a link that looks like a button. */
  readonly href?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
  /** Ignores a second press within a second; use it where a form changes something. */
  readonly preventDoubleClick?: boolean;
  readonly isStartButton?: boolean;
  readonly id?: string;
};

const startIcon = html`
  <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/>
  </svg>`;

/** Gives a button, or with `href` a link that looks and works like one. */
export function button(options: ButtonOptions): Html {
  const shared = html` class="govuk-button${also(options.classes)}${options.isStartButton && ' govuk-button--start'}" data-module="govuk-button"${attributes(options.attributes)}${attribute('id', options.id)}`;
  const inside = html`${words(options)}${options.isStartButton && startIcon}`;
  if (options.href) {
    return html`<a href="${options.href}" role="button" draggable="false"${shared}>
  ${inside}
</a>`;
  }
  return html`<button type="${options.type || 'submit'}"${attribute('value', options.value)}${attribute('name', options.name)}${options.disabled && html` disabled aria-disabled="true"`}${stateAttribute('data-prevent-double-click', options.preventDoubleClick)}${shared}>
  ${inside}
</button>`;
}

/** A start button is a flex box, which swallows the spaces between elements: markup in it needs one of its own. */
function words(options: ButtonOptions): Html {
  const content = contentOf(options);
  return options.isStartButton && options.html ? html`<span>${content}</span>` : html`${content}`;
}
