import { types as serverTypes } from '@electric-sql/pglite';
import pg from 'pg';

/**
 * How values of the database stand in the program: dates are `Temporal.PlainDate`, instants
 * `Temporal.Instant`, whole numbers `number` (refused beyond the safe range), everything else as the driver
 * gives it. The same table serves the embedded engine and the server.
 */
function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large a number to be exact`);
  return number;
}

function instant(text: string): Temporal.Instant {
  // PostgreSQL writes "2026-11-22 10:00:00.123+00"; an ISO instant wants the T and hours and minutes of offset.
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}

const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [serverTypes.INT8]: wholeNumber,
  [serverTypes.DATE]: (text) => Temporal.PlainDate.from(text),
  [serverTypes.TIMESTAMPTZ]: instant,
};

function writeText(value: unknown): string {
  return String(value);
}

function writeJson(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export const columnTypes = {
  parsers: { ...readers },
  serializers: {
    [serverTypes.DATE]: writeText,
    [serverTypes.TIMESTAMPTZ]: writeText,
    [serverTypes.INT8]: writeText,
    [serverTypes.INT4]: writeText,
    [serverTypes.JSONB]: writeJson,
    [serverTypes.JSON]: writeJson,
  },
  forServer: {
    getTypeParser(oid: number, format?: 'text' | 'binary') {
      const reader = readers[oid];
      if (reader !== undefined && format !== 'binary') return reader;
      return pg.types.getTypeParser(oid, format);
    },
  },
} as const;
