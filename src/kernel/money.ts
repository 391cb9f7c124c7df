import { type Result, refusal, success } from './refusal.ts';

declare const penceBrand: unique symbol;

/** An amount of money in whole pence. Never a fraction: a payment never meets a float. */
export type Pence = number & { readonly [penceBrand]: true };

/** Gives the amount of `count` pence; throws for anything but a safe whole number, which would be a bug. */
export function pence(count: number): Pence {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a whole number of pence`);
  return count as Pence;
}

/** Gives the amount of `count` whole pounds. */
export function pounds(count: number): Pence {
  return pence(count * 100);
}

/** Adds amounts up; nothing adds up to nought. Throws where the sum could not be exact on the way there. */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = pence(0);
  for (const amount of amounts) total = pence(total + amount);
  return total;
}

/** The most that anybody may type: ten million pounds. */
const mostTyped = pounds(10_000_000);

/**
 * Reads an amount as people type it: "£1,250", "1250.5", "12.50". Refuses (`not-an-amount`) anything with
 * more than two decimals, letters, a minus sign or more than ten million pounds.
 */
export function parsePounds(typed: string): Result<Pence> {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed.trim());
  const count =
    Number((match?.[1] ?? '').replaceAll(',', '')) * 100 + Number((match?.[2] ?? '').padEnd(2, '0'));
  if (!match || count > mostTyped) {
    return refusal('not-an-amount', 'Enter an amount in pounds, like 250 or 250.50');
  }
  return success(pence(count));
}

/** Made once: making it anew for each amount takes thirty times as long as writing the amount. */
const inThousands = new Intl.NumberFormat('en-GB');

/** Writes an amount for people: "£1,000" for whole pounds, "£12.50" otherwise, "−£3" below nought. */
export function formatPounds(amount: Pence): string {
  const absolute = Math.abs(amount);
  const whole = inThousands.format(Math.trunc(absolute / 100));
  const rest = absolute % 100;
  return `${amount < 0 ? '−' : ''}£${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}
