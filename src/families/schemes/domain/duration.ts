/** Kept: making it anew for each number takes longer than all the rest of a decision. */
const inThousands = new Intl.NumberFormat('en-GB');

/** Writes a number for people: "1,200". */
export function formatNumber(number: number): string {
  return inThousands.format(number);
}

/** Writes whole minutes for people: "2 hours 30 minutes", "45 minutes", "1 hour". */
export function formatDuration(minutes: number): string {
  const [hours, rest] = [Math.trunc(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [many(hours, 'hour')] : []), ...(rest > 0 ? [many(rest, 'minute')] : [])];
  return parts.length > 0 ? parts.join(' ') : '0 hours';
}

function many(count: number, unit: string): string {
  return `${formatNumber(count)} ${count === 1 ? unit : `${unit}s`}`;
}

/** Reads "2 hours 30 minutes", "2.5 hours" or "90 minutes" as whole minutes; null when it is neither. */
export function parseDuration(text: string): number | null {
  const match =
    /^(?:(\d{1,5})(?:\.(\d{1,2}))?\s*hours?)?\s*(?:(\d{1,5})\s*minutes?)?$/.exec(text.trim()) ?? null;
  if (!match || (match[1] === undefined && match[3] === undefined)) return null;
  const hundredths = Number(match[1] ?? 0) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  const minutes = hundredths * 60;
  return minutes % 100 === 0 ? minutes / 100 + Number(match[3] ?? 0) : null;
}

/** Writes whole thousandths for people: "2.5", "1,200". */
export function formatDecimal(thousandths: number): string {
  const rest = String(Math.abs(thousandths) % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const whole = formatNumber(Math.trunc(thousandths / 1000));
  return rest === '' ? whole : `${whole}.${rest}`;
}
