import { pence } from '#kernel/money.ts';
import { awardPence } from '../domain/award.ts';
import { decide } from '../domain/decide.ts';
import { orderOf, type PlacedCase, type WaitingCase } from '../domain/order.ts';
import type { Scheme, SchemeVersion } from '../domain/scheme.ts';
import { shareOut } from '../domain/share-out.ts';
import type { RawExamples, RawQueue } from './format.ts';
import { literalOf } from './literal.ts';
import { prepare } from './run-examples.ts';
import type { SchemeProblem, YamlFile } from './yaml-file.ts';

/** Which parts of the order of a version's waiting list some worked queue turned on. */
export type QueueRuns = ReadonlyMap<SchemeVersion, ReadonlySet<string>>;

/** Puts every worked queue into order and reports where the order is not the one that is expected. */
export function runQueues(
  scheme: Scheme,
  { raw, file }: { raw: RawExamples; file: YamlFile },
): { runs: QueueRuns; failed: number; problems: SchemeProblem[] } {
  const runs = new Map<SchemeVersion, Set<string>>();
  const problems: SchemeProblem[] = [];
  for (const [index, queue] of (raw.queues ?? []).entries()) {
    const fails = (message: string) => {
      const line = file.lineOf(['queues', index]);
      problems.push({
        kind: 'example-fails',
        file: file.path,
        line,
        message: `Queue ${queue.id}: ${message}`,
      });
    };
    const placed = placedFrom(scheme, { queue, day: queue.on ?? raw.on });
    if (typeof placed === 'string') {
      fails(placed);
      continue;
    }
    const turnedOn = runs.get(placed.version) ?? new Set();
    for (const { behindBy } of placed.order) if (behindBy) turnedOn.add(behindBy);
    runs.set(placed.version, turnedOn);
    for (const difference of differences(queue, placed)) fails(difference);
  }
  const failed = new Set(problems.map((problem) => problem.line)).size;
  return { runs, failed, problems };
}

type Placed = {
  readonly version: SchemeVersion;
  readonly cases: readonly WaitingCase[];
  readonly order: readonly PlacedCase[];
};

function placedFrom(scheme: Scheme, { queue, day }: { queue: RawQueue; day: string }): Placed | string {
  const cases: WaitingCase[] = [];
  let version: SchemeVersion | null = null;
  for (const { name, facts } of queue.waiting) {
    const prepared = prepare(scheme, { example: { ...queue, facts, rules: undefined }, day });
    if (typeof prepared === 'string') return `${name}: ${prepared}`;
    if (version && version !== prepared.version)
      return `${name} falls under another version than the others.`;
    version = prepared.version;
    cases.push({ id: name, facts: prepared.facts });
  }
  if (!version) return 'nobody waits.';
  const order = orderOf({ version, cases });
  return order ? { version, cases, order } : `version ${version.id} has no waiting list.`;
}

function differences(queue: RawQueue, placed: Placed): readonly string[] {
  const found: string[] = [];
  const order = placed.order.map(({ id }) => id).join(', ');
  const wanted = queue.expect.join(', ');
  if (order !== wanted) found.push(`expected ${wanted}, the rule gives ${order}.`);
  if (queue.fund === undefined) return found;
  const paid = paidNames(queue.fund, placed);
  const wantedPaid = queue.paid ?? [];
  if (paid.join(', ') === wantedPaid.join(', ')) return found;
  const without = wantedPaid
    .filter((name) => !paid.includes(name))
    .flatMap((name) => whyUnpaid(name, placed));
  const say = (names: readonly string[]) => (names.length === 0 ? 'nobody' : names.join(', '));
  found.push([`expected the fund to pay ${say(wantedPaid)}, it pays ${say(paid)}.`, ...without].join(' '));
  return found;
}

/** Who has no award cannot be paid, whatever the order: most often because the facts of the case are not all there. */
function whyUnpaid(name: string, { version, cases }: Placed): readonly string[] {
  const facts = cases.find(({ id }) => id === name)?.facts;
  const decision = facts && decide(version, facts);
  if (!decision || awardPence(decision.award) !== null) return [];
  const missing = decision.missing.length > 0 ? `; not known: ${decision.missing.join(', ')}` : '';
  return [`${name} comes to ${decision.outcome} without an award of money${missing}.`];
}

function paidNames(fund: string, { version, cases, order }: Placed): readonly string[] {
  const money = literalOf(fund)?.value;
  const inOrder = order.map(({ id }) => {
    const facts = cases.find((one) => one.id === id)?.facts;
    return { id, award: awardPence(facts ? decide(version, facts).award : null) ?? pence(0) };
  });
  const whenLow = version.waitingList?.whenMoneyRunsLow ?? 'wait';
  const shares = shareOut({ fund: pence(typeof money === 'number' ? money : 0), inOrder, whenLow });
  return shares.filter((share) => share.paid > 0).map((share) => share.id);
}

/** A part of an order that no worked queue turns on could be wrong, and nobody would see it. */
export function unexercisedOrder(
  version: SchemeVersion,
  { runs, file }: { runs: QueueRuns; file: YamlFile },
): readonly SchemeProblem[] {
  const turnedOn = runs.get(version);
  return (version.waitingList?.order ?? []).flatMap((key, index): SchemeProblem[] => {
    if (key.kind === 'lot' || turnedOn?.has(key.id)) return [];
    return [
      {
        kind: 'unexercised',
        file: file.path,
        line: file.lineOf(['waiting list', 'order', index]),
        message: `No queue in examples.yaml turns on "${key.id}". Add one in which it puts somebody behind.`,
      },
    ];
  });
}
