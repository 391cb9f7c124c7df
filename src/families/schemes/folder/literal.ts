import { parsePounds } from '#kernel/money.ts';
import { parseDuration } from '../domain/duration.ts';
import type { FactValue } from '../domain/fact-value.ts';
import type { FactType } from '../domain/facts.ts';
import { readValue } from '../domain/read-value.ts';
import type { Typed } from './typed.ts';

/** What a value written in the file is by its look: £500 is money, 2026-04-01 a date. */
export function literalOf(raw: string | number | boolean): { value: FactValue; type: FactType } | null {
  if (typeof raw === 'boolean') return { value: raw, type: 'yes or no' };
  if (typeof raw === 'number') {
    return Number.isSafeInteger(raw) ? { value: raw, type: 'whole number' } : null;
  }
  if (raw.startsWith('£')) {
    const money = parsePounds(raw);
    return money.ok ? { value: money.value, type: 'money' } : null;
  }
  const minutes = parseDuration(raw);
  if (minutes !== null) return { value: minutes, type: 'hours' };
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(raw)) {
    const time = readValue({ name: '', type: 'date and time', answers: [] }, raw);
    return time.ok ? { value: time.value, type: 'date and time' } : null;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(raw)) {
    const date = readValue({ name: '', type: 'date', answers: [] }, raw);
    return date.ok ? { value: date.value, type: 'date' } : null;
  }
  return { value: raw, type: 'text' };
}

export function constant(value: FactValue, type: FactType): Typed {
  return { calculation: { kind: 'value', value }, type };
}
