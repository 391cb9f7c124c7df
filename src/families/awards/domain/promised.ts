import { type Pence, pence } from '#kernel/money.ts';
import { type AwardSpan, changesInForce, type WhatChanges } from './change.ts';
import { worthOf } from './worth.ts';

/**
 * What stays promised for an award: what its days come to. While an award is suspended and nobody has said until
 * when, its money stays promised, so that it is there when the award goes on (docs/rules, 5.5).
 */
export function promisedFor(award: AwardSpan, changes: readonly WhatChanges[]): Pence {
  const inForce = changesInForce(changes);
  const closes = (one: WhatChanges) => one.kind === 'resumed' || one.kind === 'ended';
  const settled = inForce.filter(
    (one) =>
      one.kind !== 'suspended' ||
      inForce.some((other) => closes(other) && Temporal.PlainDate.compare(other.from, one.from) >= 0),
  );
  return worthOf(award, settled);
}

/** How much more (above nought) or less is promised after a change than before it. */
export function differenceBy(
  award: AwardSpan,
  before: readonly WhatChanges[],
  after: readonly WhatChanges[],
): Pence {
  return pence(promisedFor(award, after) - promisedFor(award, before));
}
