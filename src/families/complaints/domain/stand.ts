import type { ComplaintOutcome, ComplaintStep } from './complaint.ts';

/** Who has to do what next. */
export type Phase =
  | 'stage-1'
  | 'answered-1'
  | 'stage-2'
  | 'answered-2'
  | 'panel'
  | 'findings'
  | 'response'
  | 'answered-3'
  | 'withdrawn'
  | 'moved'
  | 'late-refused';

/** The clock that runs: its name in clocks.yaml, the day it counts from, and whether it was extended. */
export type RunningClock = {
  readonly id: string;
  readonly from: Temporal.PlainDate;
  readonly longest: boolean;
};

/** One clock of the past: what it was for, and the day on which it was met. */
export type PastClock = RunningClock & { readonly metOn: Temporal.PlainDate };

/** Where a complaint stands. */
export type Stand = {
  readonly phase: Phase;
  /** The stage that it has reached. */
  readonly stage: 1 | 2 | 3;
  readonly clock: RunningClock | null;
  readonly past: readonly PastClock[];
  /** The answers by stage, as far as there are any. */
  readonly answers: readonly {
    readonly stage: 1 | 2 | 3;
    readonly outcome: ComplaintOutcome;
    readonly step: ComplaintStep;
  }[];
  /** Who handles it now. */
  readonly givenTo: { readonly id: string; readonly name: string } | null;
  /** Who is complained about, as far as they were named. */
  readonly about: readonly { readonly id: string; readonly name: string }[];
  /** Of those, who was asked for their account and so may see what was said. */
  readonly asked: readonly string[];
  readonly remedies: readonly { readonly step: ComplaintStep; readonly isDone: boolean }[];
};

/** Which clock runs in a phase; the others wait for nobody. */
const clocks: Readonly<Record<Phase, string | null>> = {
  'stage-1': 'complaint-stage-1',
  'answered-1': 'complaint-ask-stage-2',
  'stage-2': 'complaint-stage-2',
  'answered-2': 'complaint-ask-stage-3',
  panel: 'complaint-panel',
  findings: 'complaint-panel-findings',
  response: 'complaint-council-response',
  'answered-3': null,
  withdrawn: null,
  moved: null,
  'late-refused': null,
};

/** Where a step leads from a phase; a step that does not belong there leaves the phase as it is. */
const moves: Readonly<Partial<Record<Phase, Readonly<Partial<Record<ComplaintStep['kind'], Phase>>>>>> = {
  'stage-1': { answered: 'answered-1', 'asked-on': 'stage-2', 'late-refused': 'late-refused' },
  'answered-1': { 'asked-on': 'stage-2' },
  'stage-2': { answered: 'answered-2' },
  'answered-2': { 'asked-on': 'panel' },
  panel: { panel: 'findings' },
  findings: { findings: 'response' },
  response: { answered: 'answered-3' },
};

/** Whether the council has to do something next. */
export function isWithCouncil(phase: Phase): boolean {
  return (
    phase === 'stage-1' ||
    phase === 'stage-2' ||
    phase === 'panel' ||
    phase === 'findings' ||
    phase === 'response'
  );
}

/** Whether it ended for good here: taken back, moved, refused as too late, or through all stages. */
export function isClosed(phase: Phase): boolean {
  return phase === 'withdrawn' || phase === 'moved' || phase === 'late-refused' || phase === 'answered-3';
}

/** The stage that a phase belongs to. */
function stageOf(phase: Phase, before: 1 | 2 | 3): 1 | 2 | 3 {
  if (phase === 'stage-2' || phase === 'answered-2') return 2;
  if (phase === 'panel' || phase === 'findings' || phase === 'response' || phase === 'answered-3') return 3;
  return before;
}

/** Where a step leads; null where it changes nothing. */
function nextPhase(phase: Phase, step: ComplaintStep): Phase | null {
  if (isClosed(phase)) return null;
  if (step.kind === 'withdrawn' || step.kind === 'moved') return step.kind;
  return moves[phase]?.[step.kind] ?? null;
}

/**
 * Works out where a complaint stands from its steps in order. The first step makes it; a step that has no place
 * in its phase (a second answer, an extension of a closed complaint) moves nothing.
 */
export function standOf(madeOn: Temporal.PlainDate, steps: readonly ComplaintStep[]): Stand {
  let phase: Phase = 'stage-1';
  let stage: 1 | 2 | 3 = 1;
  let running: RunningClock | null = { id: 'complaint-stage-1', from: madeOn, longest: false };
  const past: PastClock[] = [];
  const answers: Stand['answers'][number][] = [];
  for (const step of steps) {
    if (step.kind === 'extended' && (phase === 'stage-1' || phase === 'stage-2') && running !== null)
      running = { ...running, longest: true };
    const next = nextPhase(phase, step);
    if (next === null) continue;
    if (step.kind === 'answered' && step.details.outcome !== undefined)
      answers.push({ stage, outcome: step.details.outcome, step });
    if (running !== null && step.kind !== 'withdrawn' && step.kind !== 'moved')
      past.push({ ...running, metOn: step.onDay });
    phase = next;
    stage = stageOf(next, stage);
    const id = clocks[next];
    running = id === null ? null : { id, from: step.onDay, longest: false };
  }
  return { phase, stage, clock: running, past, answers, ...peopleOf(steps), remedies: remediesOf(steps) };
}

function named({ details }: ComplaintStep): { readonly id: string; readonly name: string } {
  return { id: details.personId ?? '', name: details.name ?? '' };
}

function peopleOf(steps: readonly ComplaintStep[]): Pick<Stand, 'givenTo' | 'about' | 'asked'> {
  const of = (kind: ComplaintStep['kind']) => steps.filter((step) => step.kind === kind).map(named);
  return {
    givenTo: of('taken').at(-1) ?? null,
    about: of('about'),
    asked: of('asked-for-account').map(({ id }) => id),
  };
}

function remediesOf(steps: readonly ComplaintStep[]): Stand['remedies'] {
  const done = new Set(steps.filter(({ kind }) => kind === 'remedy-done').map(({ details }) => details.of));
  return steps
    .filter(({ kind }) => kind === 'remedy')
    .map((step) => ({ step, isDone: done.has(step.number) }));
}

/** Whether somebody may be given a complaint, or see it at work: never who is complained about. */
export function isAbout(stand: Pick<Stand, 'about'>, personId: string): boolean {
  return stand.about.some(({ id }) => id === personId);
}

/**
 * Whether whoever complained may ask for the next stage now. `due` is the last day of the clock that runs: the
 * council's to answer, or theirs to ask. An answer that is overdue need not be waited for at stage 1; a wish
 * that comes after its last day is for the complaints officer to take, with a reason.
 */
export function mayAskOn(
  stand: Pick<Stand, 'phase'>,
  days: { readonly due: Temporal.PlainDate | null; readonly today: Temporal.PlainDate },
): boolean {
  const isPast = days.due !== null && Temporal.PlainDate.compare(days.due, days.today) < 0;
  if (stand.phase === 'stage-1') return isPast;
  return (stand.phase === 'answered-1' || stand.phase === 'answered-2') && !isPast;
}

/** The money that was promised to put a complaint right, paid or not. */
export function promisedMoney({ remedies }: Pick<Stand, 'remedies'>): Stand['remedies'] {
  return remedies.filter(({ step }) => step.details.remedy === 'money');
}
