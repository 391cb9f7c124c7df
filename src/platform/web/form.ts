import { z } from 'zod';
import { parseDateParts } from '#kernel/local-date.ts';
import { type Pence, parsePounds } from '#kernel/money.ts';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';

/** What was posted: each field with every value it had, in order. */
export type FormBody = ReadonlyMap<string, readonly string[]>;

/** What a form shows: the values of its fields, and the sentences about what was wrong. */
export type FormState = {
  readonly values: FormBody;
  readonly refusals: readonly Refusal[];
  /** Whether the values are what a person has typed just now, so that they go before what is saved. */
  readonly isTyped: boolean;
};

export const emptyForm: FormState = { values: new Map(), refusals: [], isTyped: false };

/** The first value of a field; empty when it was not there. */
export function firstValue(body: FormBody, field: string): string {
  return body.get(field)?.[0] ?? '';
}

/** The sentence about a field, if something was wrong with it. */
export function refusalOf(state: FormState, field: string): string | undefined {
  return state.refusals.find((one) => one.field === field)?.message;
}

/** A form's values from plain text, for showing what is saved. */
export function valuesFrom(
  values: Readonly<Record<string, string | readonly string[] | null | undefined>>,
): FormBody {
  const body = new Map<string, readonly string[]>();
  for (const [field, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    body.set(field, typeof value === 'string' ? [value] : value);
  }
  return body;
}

/**
 * Control characters, all but the line's end and the tab; signs that turn round the writing of all that stands
 * behind them, also in the words of others; and signs that nobody sees, of which an answer could be made.
 */
const control = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\u200b|\u2060|\ufeff/gu;

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(control, '').trim();
}

/**
 * What an address asks for behind its question mark. Whoever pastes odd text into a search still gets a page: signs
 * that nobody typed, the nought that no database keeps among them, are left out.
 */
export function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  const given = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  const query = new URLSearchParams();
  for (const [name, value] of given) query.append(name.replace(control, ''), value.replace(control, ''));
  return query;
}

/** Up to how many characters words are one line: a name, an address, a subject. */
const longestLine = 254;

/**
 * Words. Refuses nothing typed (unless optional) and more than `max` characters. So short that they are one line
 * they stay one: a name with line breaks could write sentences of its own into a letter or a message.
 */
export function words(options: { readonly missing?: string; readonly max?: number; readonly name: string }) {
  const max = options.max ?? 200;
  const text = z
    .array(z.string())
    .optional()
    .transform((values) => {
      const typed = tidy(values?.[0] ?? '');
      return max <= longestLine ? typed.replace(/\s*[\n\u2028\u2029]\s*/g, ' ') : typed;
    })
    .refine((value) => value.length <= max, `${options.name} must be ${max} characters or fewer`);
  const missing = options.missing;
  return missing === undefined ? text : text.refine((value) => value !== '', missing);
}

/** One of the allowed answers. */
export function choice<const T extends string>(allowed: readonly T[], missing: string) {
  return z
    .array(z.string())
    .optional()
    .transform((values, context): T => {
      const found = allowed.find((one) => one === values?.[0]);
      if (found !== undefined) return found;
      context.addIssue({ code: 'custom', message: missing });
      return z.NEVER;
    });
}

/** One of the allowed answers, or nothing. */
export function optionalChoice<const T extends string>(allowed: readonly T[]) {
  return z
    .array(z.string())
    .optional()
    .transform((values): T | null => allowed.find((one) => one === values?.[0]) ?? null);
}

/** Any number of the allowed answers; with `missing`, at least one. */
export function choices<const T extends string>(allowed: readonly T[], missing?: string) {
  const some = z
    .array(z.string())
    .optional()
    .transform((values) => allowed.filter((one) => values?.includes(one) ?? false));
  return missing === undefined ? some : some.refine((values) => values.length > 0, missing);
}

function fromResult<T>(result: Result<T>, context: z.core.$RefinementCtx): T {
  if (result.ok) return result.value;
  context.addIssue({ code: 'custom', message: result.message });
  return z.NEVER;
}

/** A date in three boxes named `field-day`, `field-month`, `field-year`; `what` begins its sentences. */
export function date(what: string) {
  return z
    .object({ day: z.string(), month: z.string(), year: z.string() })
    .transform((parts, context) => fromResult(parseDateParts(parts, what), context));
}

/** A date that may be left out; a date that is begun must be finished. */
export function optionalDate(what: string) {
  return z
    .object({ day: z.string(), month: z.string(), year: z.string() })
    .transform((parts, context): Temporal.PlainDate | null => {
      if (!parts.day.trim() && !parts.month.trim() && !parts.year.trim()) return null;
      return fromResult(parseDateParts(parts, what), context);
    });
}

/** An amount of money in pounds. */
export function amount(missing: string) {
  return z
    .array(z.string())
    .optional()
    .transform((values, context): Pence => {
      const typed = values?.[0]?.trim() ?? '';
      if (typed === '') {
        context.addIssue({ code: 'custom', message: missing });
        return z.NEVER;
      }
      return fromResult(parsePounds(typed), context);
    });
}

/**
 * An e-mail address. The check is for slips, not for what the standard would allow; but ASCII it must be, or
 * one address could be made to look like another's: the sign for kelvin is a K to who makes letters small.
 */
export function email(missing: string) {
  return words({ missing, max: 254, name: 'Email address' }).refine(
    (value) =>
      value === '' || /^(?=[!-~]*$)[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]{2,}$/.test(value),
    'Enter an email address in the correct format, like name@example.com',
  );
}

/** A field that a kernel or platform function reads: a postcode, a telephone number. */
export function readBy<T>(read: (typed: string) => Result<T>) {
  return z
    .array(z.string())
    .optional()
    .transform((values, context): T => fromResult(read(tidy(values?.[0] ?? '')), context));
}

/** Groups the three boxes of each date question named by the schema, so that they are read as one field. */
function withDates(body: FormBody, schema: z.ZodObject): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [field, definition] of Object.entries(schema.shape)) {
    input[field] =
      definition instanceof z.ZodPipe && definition.in instanceof z.ZodObject
        ? {
            day: firstValue(body, `${field}-day`),
            month: firstValue(body, `${field}-month`),
            year: firstValue(body, `${field}-year`),
          }
        : body.get(field)?.slice();
  }
  return input;
}

/** What a form says once its schema has read it, or the first thing wrong with each field. */
export type ParsedForm<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Reads a form by its schema. Gives the values, or one refusal for each field that is wrong, in the form's order. */
export function parseForm<T extends z.ZodObject>(schema: T, body: FormBody): ParsedForm<z.output<T>> {
  const parsed = schema.safeParse(withDates(body, schema));
  if (parsed.success) return success(parsed.data);
  const refusals = new Map<string, Refusal>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!refusals.has(field)) refusals.set(field, refusal('not-valid', issue.message, field));
  }
  const order = Object.keys(schema.shape);
  return {
    ok: false,
    refusals: [...refusals.values()].sort(
      (one, other) => order.indexOf(one.field ?? '') - order.indexOf(other.field ?? ''),
    ),
  };
}
