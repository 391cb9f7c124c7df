import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, messageAttributes, type PluralMessages } from './attributes.ts';
import { contentOf } from './content.ts';
import type { FieldOptions } from './form-group.ts';
import { hint } from './hint.ts';
import { textarea } from './textarea.ts';

export interface CharacterCountOptions extends Omit<FieldOptions, 'describedBy' | 'disabled'> {
  readonly value?: string;
  /** 5 if not given. */
  readonly rows?: number;
  readonly spellcheck?: boolean;
  /** How many may be written, of what `countType` says. */
  readonly maxlength?: number;
  /** The old way to say `maxlength` with words; it wins where both are given. */
  readonly maxwords?: number;
  /**
   * What is counted. "length", if not given: as JavaScript and most databases count. "characters": as people
   * count, so that an emoji of several parts is one. "words".
   */
  readonly countType?: 'length' | 'characters' | 'words';
  /** From how many hundredths of the limit the count is shown; from the start if not given. */
  readonly threshold?: number;
  readonly countMessage?: { readonly classes?: string };
  /** The limit in words, for those without scripts; `%{count}` stands for it. */
  readonly textareaDescriptionText?: string;
  readonly charactersUnderLimitText?: PluralMessages;
  readonly charactersAtLimitText?: string;
  readonly charactersOverLimitText?: PluralMessages;
  readonly wordsUnderLimitText?: PluralMessages;
  readonly wordsAtLimitText?: string;
  readonly wordsOverLimitText?: PluralMessages;
}

/** Gives a field of several lines that says how much may still be written. It stops nobody: the server checks the length. */
export function characterCount(options: CharacterCountOptions): Html {
  const id = options.id || options.name;
  const group = options.formGroup;
  const message = hint({
    text: description(options),
    id: `${id}-info`,
    classes: `govuk-character-count__message${also(options.countMessage?.classes)}`,
  });
  return textarea({
    ...options,
    id,
    describedBy: `${id}-info`,
    classes: `govuk-js-character-count${also(options.classes)}`,
    formGroup: {
      ...group,
      classes: `govuk-character-count${also(group?.classes)}`,
      attributes: { ...group?.attributes, ...countAttributes(options) },
      afterInput: { html: html`${message}${contentOf(group?.afterInput)}` },
    },
  });
}

/** Without a limit the scripts bring one, and then the words too. */
function description(options: CharacterCountOptions): string {
  const limit = options.maxwords || options.maxlength;
  if (!limit) return '';
  const text =
    options.textareaDescriptionText ||
    `You can enter up to %{count} ${counted(options) === 'words' ? 'words' : 'characters'}`;
  return text.replaceAll('%{count}', String(limit));
}

function counted(options: CharacterCountOptions): CharacterCountOptions['countType'] {
  return options.countType || (options.maxwords ? 'words' : undefined);
}

function countAttributes(options: CharacterCountOptions): Attributes {
  const hasLimit = Boolean(options.maxwords || options.maxlength);
  const later = hasLimit ? undefined : options.textareaDescriptionText;
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': { value: options.maxlength, optional: true },
    'data-maxwords': { value: options.maxwords, optional: true },
    'data-threshold': { value: options.threshold, optional: true },
    'data-count-type': { value: counted(options), optional: true },
    ...messageAttributes('textarea-description', later && { other: later }),
    ...messageAttributes('characters-under-limit', options.charactersUnderLimitText),
    ...messageAttributes('characters-at-limit', options.charactersAtLimitText),
    ...messageAttributes('characters-over-limit', options.charactersOverLimitText),
    ...messageAttributes('words-under-limit', options.wordsUnderLimitText),
    ...messageAttributes('words-at-limit', options.wordsAtLimitText),
    ...messageAttributes('words-over-limit', options.wordsOverLimitText),
  };
}
