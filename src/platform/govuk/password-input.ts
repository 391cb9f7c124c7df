import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, messageAttributes } from './attributes.ts';
import { button } from './button.ts';
import { contentOf } from './content.ts';
import type { FieldOptions } from './form-group.ts';
import { input } from './input.ts';

export interface PasswordInputOptions extends FieldOptions {
  /** Better never given: a page should not carry a password. */
  readonly value?: string;
  /** "current-password" if not given; "new-password" where one is chosen. */
  readonly autocomplete?: string;
  /** "Show" if not given. */
  readonly showPasswordText?: string;
  readonly hidePasswordText?: string;
  /** "Show password" if not given. */
  readonly showPasswordAriaLabelText?: string;
  readonly hidePasswordAriaLabelText?: string;
  readonly passwordShownAnnouncementText?: string;
  readonly passwordHiddenAnnouncementText?: string;
  readonly button?: { readonly classes?: string };
}

/** Gives a field for a password, with a button that shows it where scripts run. */
export function passwordInput(options: PasswordInputOptions): Html {
  const id = options.id || options.name;
  const group = options.formGroup;
  return input({
    ...options,
    id,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete || 'current-password',
    classes: `govuk-password-input__input govuk-js-password-input-input${also(options.classes)}`,
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      ...group,
      classes: `govuk-password-input${also(group?.classes)}`,
      attributes: { ...group?.attributes, ...messages(options) },
      afterInput: { html: html`${toggle(options, id)}${contentOf(group?.afterInput)}` },
    },
  });
}

function toggle(options: PasswordInputOptions, id: string): Html {
  return button({
    type: 'button',
    classes: `govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle${also(options.button?.classes)}`,
    text: options.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': id,
      'aria-label': options.showPasswordAriaLabelText ?? 'Show password',
      hidden: { value: true, optional: true },
    },
  });
}

function messages(options: PasswordInputOptions): Attributes {
  return {
    'data-module': 'govuk-password-input',
    ...messageAttributes('show-password', options.showPasswordText),
    ...messageAttributes('hide-password', options.hidePasswordText),
    ...messageAttributes('show-password-aria-label', options.showPasswordAriaLabelText),
    ...messageAttributes('hide-password-aria-label', options.hidePasswordAriaLabelText),
    ...messageAttributes('password-shown-announcement', options.passwordShownAnnouncementText),
    ...messageAttributes('password-hidden-announcement', options.passwordHiddenAnnouncementText),
  };
}
