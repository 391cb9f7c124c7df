import { z } from 'zod';
import { type Result, refusal, success } from '#kernel/refusal.ts';

/** A parameter of a request: what the document says of it, and how it is read from the address. */
export type Parameter<Value> = {
  readonly description: string;
  /** What it may be, as the document tells it. */
  readonly schema: z.ZodType;
  /** Reads it; what is refused comes with the mend. */
  read(text: string): Result<Value>;
};

/** Gives a parameter. `from` makes of the text what the schema looks at; `mend` says what to give instead. */
export function parameter<Value>(given: {
  readonly description: string;
  readonly schema: z.ZodType<Value>;
  readonly from: (text: string) => unknown;
  readonly mend: string;
}): Parameter<Value> {
  const { description, schema, from, mend } = given;
  return {
    description,
    schema,
    read: (text) => {
      const read = schema.safeParse(from(text));
      return read.success ? success(read.data) : refusal('wrong-parameter', mend);
    },
  };
}

/** Gives a parameter that is read further where it has the right shape. */
export function furtherRead<Told, Value>(
  first: Parameter<Told>,
  further: (told: Told) => Result<Value>,
): Parameter<Value> {
  return {
    ...first,
    read: (text) => {
      const told = first.read(text);
      return told.ok ? further(told.value) : told;
    },
  };
}

const asText = (text: string) => text;

export function textual(description: string, schema: z.ZodType<string>, mend: string): Parameter<string> {
  return parameter({ description, schema, from: asText, mend });
}

export function wholeNumber(
  description: string,
  { least, most, unit }: { readonly least: number; readonly most: number; readonly unit: string },
): Parameter<number> {
  return parameter({
    description,
    schema: z.int().min(least).max(most),
    from: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : text),
    mend: `Give ${unit} from ${least} to ${most}.`,
  });
}

export function yesOrNo(description: string): Parameter<boolean> {
  return parameter({
    description,
    schema: z.boolean(),
    from: (text) => ({ true: true, false: false })[text.toLowerCase()],
    mend: 'Give true or false.',
  });
}
