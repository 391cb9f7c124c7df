import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf, hasContent, type Possibly } from './content.ts';
import type { FieldError } from './error-message.ts';
import { fieldset, type GroupFieldset } from './fieldset.ts';
import { formGroup, guidance, type InputsFormGroup } from './form-group.ts';
import { type FieldHint, hint } from './hint.ts';
import { label } from './label.ts';

/** A word between two choices, such as "or". */
export interface ChoiceDivider {
  readonly divider: string;
}

/** One thing to choose. */
export type Choice = Content & {
  readonly value: string | number;
  /** The group's id prefix with a number if not given; the first has no number, so that an error can link to it. */
  readonly id?: string;
  readonly label?: { readonly classes?: string; readonly attributes?: Attributes };
  readonly hint?: FieldHint;
  readonly checked?: boolean;
  /** What is asked only of those who choose this. */
  readonly conditional?: { readonly html?: Html } | false;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
};

/** What radios and checkboxes share. */
export interface ChoicesOptions<Item> {
  readonly name: string;
  readonly items: readonly Possibly<Item | ChoiceDivider>[];
  /** The `name` if not given. */
  readonly idPrefix?: string;
  readonly fieldset?: GroupFieldset;
  readonly hint?: FieldHint;
  readonly errorMessage?: FieldError;
  readonly formGroup?: InputsFormGroup;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

interface ChoicesSettings<Item extends Choice> {
  readonly options: ChoicesOptions<Item>;
  readonly kind: 'radios' | 'checkboxes';
  readonly describedBy: string | undefined;
  /** Gives the input of one choice; the group's own description is for inputs that have no fieldset to carry it. */
  readonly input: (item: Item, details: ChoiceDetails) => Html;
  readonly isChecked: (item: Item) => boolean;
}

export interface ChoiceDetails {
  readonly id: string;
  readonly isChecked: boolean;
  readonly conditionalId: string | undefined;
  readonly hintId: string | undefined;
  readonly groupDescribedBy: string;
}

/** Gives the group of choices: fieldset, hint, error and items. Choices are numbered by their place, empty places counted. */
export function choices<Item extends Choice>(settings: ChoicesSettings<Item>): Html {
  const { options, kind } = settings;
  const idPrefix = options.idPrefix || options.name;
  const guide = guidance({
    id: idPrefix,
    describedBy: settings.describedBy,
    hint: options.hint,
    errorMessage: options.errorMessage,
  });
  const items = options.items.map((item, index) => {
    if (!item) return false;
    if ('divider' in item) return html`<div class="govuk-${kind}__divider">${item.divider}</div>`;
    const id = item.id || (index > 0 ? `${idPrefix}-${index + 1}` : idPrefix);
    return choice(settings, { item, id, groupDescribedBy: guide.describedBy });
  });
  const content = html`${guide.html}
  <div class="govuk-${kind}${also(options.classes)}"${attributes(options.attributes)} data-module="govuk-${kind}">
    ${contentOf(options.formGroup?.beforeInputs)}
    ${items}
    ${contentOf(options.formGroup?.afterInputs)}
  </div>`;
  return formGroup({
    group: options.formGroup,
    hasError: Boolean(options.errorMessage),
    content: options.fieldset
      ? fieldset({ ...options.fieldset, describedBy: guide.describedBy, html: content })
      : content,
  });
}

interface Placed<Item> {
  readonly item: Item;
  readonly id: string;
  readonly groupDescribedBy: string;
}

function choice<Item extends Choice>(settings: ChoicesSettings<Item>, placed: Placed<Item>): Html {
  const { kind } = settings;
  const { item, id } = placed;
  const conditional = item.conditional ? item.conditional.html : undefined;
  const conditionalId = conditional?.text ? `conditional-${id}` : undefined;
  const hintId = hasContent(item.hint) ? `${id}-item-hint` : undefined;
  const isChecked = settings.isChecked(item);
  // Taken one by one: the item's other options, such as its attributes, are those of the input.
  const words = {
    text: item.text ?? '',
    html: item.html,
    classes: `govuk-${kind}__label${also(item.label?.classes)}`,
    attributes: item.label?.attributes,
    for: id,
  };
  return html`<div class="govuk-${kind}__item">
      ${settings.input(item, { id, isChecked, conditionalId, hintId, groupDescribedBy: placed.groupDescribedBy })}
      ${label(words)}
      ${item.hint && hintId && hint({ ...item.hint, id: hintId, classes: `govuk-${kind}__hint${also(item.hint.classes)}` })}
    </div>
    ${conditionalId && html`<div class="govuk-${kind}__conditional${!isChecked && ` govuk-${kind}__conditional--hidden`}"${attribute('id', conditionalId)}>${conditional}</div>`}
    `;
}
