import { escapeHtml, Html, nothing } from '#platform/web/html.ts';

/** A value of an attribute. With `optional: true`, nothing is written for `false`, `null` or `undefined`, and `true` writes the bare name. */
export type AttributeValue =
  | string
  | number
  | boolean
  | { readonly value: string | number | boolean | null | undefined; readonly optional?: boolean };

/** Attributes that a component has no option for, such as `data-*`. Names are written by us, never by a person. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

type Given = string | number | boolean | null | undefined;

/** Gives ` name="value"`, nothing when the value is missing or empty, and the bare name when it is `true`. */
export function attribute(name: string, value: Given): Html {
  return value ? pair(name, value) : nothing;
}

/** Like `attribute`, but an empty text and 0 are values too: a field that was cleared says `value=""`. */
export function attributeEvenIfEmpty(name: string, value: Given): Html {
  return value === undefined || value === null || value === false ? nothing : pair(name, value);
}

/** Gives ` name="true"` or ` name="false"`, and nothing when neither was asked for. */
export function stateAttribute(name: string, value: boolean | null | undefined): Html {
  return value === undefined || value === null ? nothing : pair(name, String(value));
}

function pair(name: string, value: string | number | boolean): Html {
  return new Html(value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`);
}

/** Writes further attributes, each with a space before it, in the order in which they were given. */
export function attributes(given: Attributes | null | undefined): Html {
  if (!given) return nothing;
  let text = '';
  for (const [name, value] of Object.entries(given)) text += oneOf(name, value);
  return new Html(text);
}

function oneOf(name: string, given: AttributeValue): string {
  const settings = typeof given === 'object' && given !== null ? given : { value: given, optional: false };
  const value = settings.value ?? null;
  if (settings.optional === true) {
    if (value === null || value === false) return '';
    if (value === true) return ` ${escapeHtml(name)}`;
  }
  return ` ${escapeHtml(name)}="${value === null ? '' : escapeHtml(String(value))}"`;
}

/** Gives the further class names with the space that parts them from the component's own. */
export function also(classes: string | null | undefined): string {
  return classes ? ` ${classes}` : '';
}

/** A message in singular and plural, by the plural rule of the language (`one`, `other`, …). */
export interface PluralMessages {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other?: string;
}

/** Gives the `data-i18n.*` attributes by which the GOV.UK scripts read a translated message. */
export function messageAttributes(key: string, message: string | PluralMessages | undefined): Attributes {
  if (!message) return {};
  if (typeof message === 'string') return { [`data-i18n.${key}`]: message };
  return Object.fromEntries(
    Object.entries(message).map(([rule, text]) => [`data-i18n.${key}.${rule}`, String(text)]),
  );
}
