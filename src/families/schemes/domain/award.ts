import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, type Pence } from '#kernel/money.ts';
import { formatDuration, formatNumber } from './duration.ts';
import type { Award, AwardValue } from './scheme.ts';

/** The money in an award: its amount, or the most it can be; null where it is not money. */
export function awardPence(award: Award | null): Pence | null {
  const figure = award?.amount ?? award?.['up to'];
  return figure?.kind === 'money' ? figure.pence : null;
}

/** An award as machines read it: money in pounds under names that end in gbp ("amount" is plain "gbp"). */
export type MachineAward = {
  readonly [name: string]: number | string | readonly string[] | readonly MachineAward[];
};

/** Gives the award for machines: `{ gbp: 500 }`, `{ up_to_gbp: 400, per: 'family' }`, `{ hours: 78 }`. */
export function machineAward(award: Award): MachineAward {
  return Object.fromEntries(
    Object.entries(award).map(([figure, value]) => [machineName(figure, value), machineValue(value)]),
  );
}

function machineName(figure: string, value: AwardValue): string {
  if (value.kind !== 'money') return figure.replaceAll(' ', '_');
  return figure === 'amount' ? 'gbp' : `${figure.replaceAll(' ', '_')}_gbp`;
}

function machineValue(value: AwardValue): MachineAward[string] {
  switch (value.kind) {
    case 'money':
      return value.pence / 100;
    case 'hours':
      // Hours to the hundredth, for machines alone: inside they are whole minutes.
      return Math.round((value.minutes * 100) / 60) / 100;
    case 'number':
      return value.number;
    case 'date':
      return value.date;
    case 'text':
      return value.text;
    case 'list':
      return value.items;
    case 'awards':
      return value.awards.map(machineAward);
  }
}

/** One figure of an award for people: "£750", "78", "5 November 2026". */
export function formatAwardValue(value: AwardValue): string {
  switch (value.kind) {
    case 'money':
      return formatPounds(value.pence);
    case 'hours':
      return formatDuration(value.minutes);
    case 'number':
      return formatNumber(value.number);
    case 'date':
      return formatDay(value.date);
    case 'text':
      return value.text;
    case 'list':
      return value.items.join(', ');
    case 'awards':
      return value.awards.map(formatAward).join('; ');
  }
}

/** A day, with the time before it where there is one: "12:00 on 5 November 2026". */
function formatDay(date: string): string {
  const day = formatDate(Temporal.PlainDate.from(date.slice(0, 10)));
  return date.length > 10 ? `${date.slice(11)} on ${day}` : day;
}

function formatAward(award: Award): string {
  const figures = Object.entries(award).map(([figure, value]) =>
    figure === 'amount' ? formatAwardValue(value) : `${figure} ${formatAwardValue(value)}`,
  );
  return figures.join(', ');
}
