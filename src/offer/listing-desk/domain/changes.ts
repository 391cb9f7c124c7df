/** A value as JSON holds it: what a field of a listing says. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A listing as it is kept. */
export type Content = { readonly [key: string]: Value };

/** What a field said, and what it is to say. */
export type Change = { readonly before: Value; readonly after: Value };

/** Changes field by field. A feature of the accessibility vocabulary is a field of its own: "access.hoist". */
export type Changes = Readonly<Record<string, Change>>;

/**
 * The fields that are decided one by one, in the order in which a listing tells them. Whose listing it is, where its
 * facts come from and when it was checked are no fields: the service itself writes them.
 */
export const fieldNames = [
  'title',
  'summary',
  'description',
  'kinds',
  'tier',
  'ages',
  'needs',
  'ratios',
  'languages',
  'when',
  'runs',
  'dates',
  'place',
  'otherPlaces',
  'transport',
  'cost',
  'accepts',
  'join',
  'contact.phone',
  'contact.email',
  'contact.url',
  'told.session',
  'told.sensoryStory',
  'told.staff',
  'told.easyRead',
  'told.pictures',
  'paused',
  'pausedUntil',
] as const;

const accessPrefix = 'access.';

/** The feature of the vocabulary that a field is about, or null. */
export function featureOfField(field: string): string | null {
  return field.startsWith(accessPrefix) ? field.slice(accessPrefix.length) : null;
}

function inOrder(value: Value): Value {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

/** Whether two values say the same, in whatever order their parts stand. */
export function isSameValue(one: Value, other: Value): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function partOf(content: Content, name: string): { readonly [key: string]: Value } {
  const part = content[name];
  return typeof part === 'object' && part !== null && !Array.isArray(part)
    ? (part as { readonly [key: string]: Value })
    : {};
}

/** What a field says. Of a feature that the listing leaves out it is to be asked: that is what leaving it out means. */
export function saidIn(content: Content, field: string): Value {
  const [name = '', inner] = field.split('.');
  if (inner === undefined) return content[name] ?? null;
  return partOf(content, name)[inner] ?? (name === 'access' ? 'ask' : null);
}

/** The content with one field saying something else. */
export function withValue(content: Content, field: string, value: Value): Content {
  const [name = '', inner] = field.split('.');
  if (inner === undefined) return { ...content, [name]: value };
  const { [inner]: _, ...rest } = partOf(content, name);
  return {
    ...content,
    [name]: name === 'access' && value === 'ask' ? rest : { ...rest, [inner]: value },
  };
}

/** Every field that one of the contents has. */
function fieldsIn(...contents: readonly Content[]): readonly string[] {
  const features = new Set(contents.flatMap((content) => Object.keys(partOf(content, 'access'))));
  return [...fieldNames, ...[...features].toSorted().map((feature) => `${accessPrefix}${feature}`)];
}

/** What makes `after` out of `before`, field by field; a field that says the same is left out. */
export function changesBetween(before: Content, after: Content): Changes {
  const changes: Record<string, Change> = {};
  for (const field of fieldsIn(before, after)) {
    const change = { before: saidIn(before, field), after: saidIn(after, field) };
    if (!isSameValue(change.before, change.after)) changes[field] = change;
  }
  return changes;
}

/** The content with the changes made in it: all, or those of the fields named. */
export function applyChanges(content: Content, changes: Changes, only?: readonly string[]): Content {
  let changed = content;
  for (const [field, { after }] of Object.entries(changes))
    if (only === undefined || only.includes(field)) changed = withValue(changed, field, after);
  return changed;
}

const order: readonly string[] = fieldNames;

/** Changes in the order in which a listing tells its fields, features last; a database keeps them in another. */
export function changesInOrder<T>(changes: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  const place = (field: string) => {
    const index = order.indexOf(field);
    return index < 0 ? order.length : index;
  };
  return Object.entries(changes).toSorted(
    ([one], [other]) => place(one) - place(other) || one.localeCompare(other),
  );
}

/** The changes of some fields alone. */
export function changesOf(changes: Changes, isWanted: (field: string) => boolean): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([field]) => isWanted(field)));
}
