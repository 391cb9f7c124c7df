import type { Visit } from '#platform/web/visit.ts';

/** What is put into the words: one text, or several that stand as a list. Empty ones leave their block out. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One gap in the words of a template. */
export type TemplateField = {
  /** As it stands in braces: "child", "reasons". */
  readonly name: string;
  /** What it is, for who writes the words. */
  readonly about: string;
  readonly sample: string | readonly string[];
  /** Whether the words would be wrong in law or useless without it. */
  readonly isNeeded?: boolean;
  /** Whether there are cases in which it is empty; a paragraph that names it is then left out. */
  readonly mayBeEmpty?: boolean;
};

/** A letter or a message whose words a council writes itself. */
export type Template = {
  /** Lower-case letters and dashes; the name of its file in `words/`. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'letter' | 'message';
  /** What it belongs to, as a heading of the list. */
  readonly group?: string;
  readonly fields: readonly TemplateField[];
  /** The fields of a real case, by its reference, for the preview; null when there is no such case for this visitor. */
  readonly fieldsOfCase?: (visit: Visit, reference: string) => Promise<Fields | null>;
};

/** The words as a council has written them: a subject, and a body in which a blank line parts the blocks. */
export type Words = { readonly subject: string; readonly body: string };

/** Puts templates under a heading of the list. */
export function inGroup(group: string, templates: readonly Template[]): readonly Template[] {
  return templates.map((template) => ({ ...template, group }));
}

/** The fields with their samples, for a preview without a case. */
export function sampleFields(template: Template): Fields {
  return Object.fromEntries(template.fields.map((field) => [field.name, field.sample]));
}
