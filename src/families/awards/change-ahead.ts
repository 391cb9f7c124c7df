import { newId } from '#kernel/id.ts';
import type { Pence } from '#kernel/money.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { AwardFile } from './award-file.ts';
import { type AskedAct, kindOfAct } from './domain/act.ts';
import { amountsOn, type WhatChanges } from './domain/change.ts';
import { differenceBy } from './domain/promised.ts';
import { isMore } from './domain/raise.ts';

/** What a change would do, worked out before it is made. */
export type ChangeAhead = {
  readonly change: WhatChanges;
  /** Whether the award becomes more, so that somebody else has to agree. */
  readonly isRaise: boolean;
  /** How much more (above nought) or less would be promised; null where no fund pays the award. */
  readonly difference: Pence | null;
};

/** Works out what a change would do to an award and to the money that is promised for it. */
export function changeAhead(visit: Visit, file: AwardFile, asked: AskedAct): ChangeAhead {
  const { award, changes } = file;
  const nothing = { amount: null, minutes: null, nights: null };
  const change: WhatChanges = {
    id: newId(),
    kind: kindOfAct[asked.act],
    from: asked.from,
    takesBack: null,
    changedAt: visit.clock.now(),
    ...(asked.amounts ?? nothing),
  };
  return {
    change,
    isRaise: asked.amounts !== null && isMore(amountsOn(award, changes, asked.from), asked.amounts),
    difference: file.promised === null ? null : differenceBy(award, changes, [...changes, change]),
  };
}
