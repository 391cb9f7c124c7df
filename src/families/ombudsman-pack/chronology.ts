import { formatGranted } from '#families/awards/index.ts';
import { outcomeWords, stepWords } from '#families/complaints/index.ts';
import { outcomeWords as panelOutcomes } from '#families/panel/index.ts';
import { england } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type Happening, inOrder } from './domain/pack.ts';
import type { Gathered } from './gather.ts';

/** A moment as a record needs it: the date and the time in England. */
export function moment(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(england);
  return `${formatDate(local.toPlainDate())}, ${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
}

/** Who an identifier stands for: the name, or what did it where that was nobody. */
export function whoOf(gathered: Gathered, personId: string | null, standing = 'system'): string {
  return personId === null ? standing : (gathered.names.get(personId) ?? personId);
}

/** Everything that is recorded, from every part of the service, oldest first. */
export function happenings(gathered: Gathered): readonly Happening[] {
  const { applications, decisions, changes, reviews, appeals, complaints, transition, messages, evidence } =
    gathered;
  const onDay = (day: Temporal.PlainDate) => day.toZonedDateTime(england).toInstant();
  return inOrder([
    ...applications.flatMap(({ application, events }) =>
      events.map((one) => ({
        at: one.at,
        where: `Application ${application.reference}`,
        who: whoOf(gathered, one.personId),
        what: one.words,
      })),
    ),
    ...decisions.map(({ decision, reference }) => ({
      at: decision.decidedAt,
      where: `Decision ${decision.number} on ${reference}`,
      who: decision.decidedByName,
      what: decision.outcome,
    })),
    ...gathered.panel.map(({ decision, reference }) => ({
      at: decision.recordedAt,
      where: `Panel on ${reference}`,
      who: decision.recordedByName,
      what: [panelOutcomes[decision.outcome], decision.reasons, decision.conditions]
        .filter((part) => part !== '')
        .join(': '),
    })),
    ...gathered.awards.map((one) => ({
      at: one.createdAt,
      where: `Award ${one.reference}`,
      who: one.source,
      what: `${formatGranted(one)}, ${formatDate(one.startsOn)} to ${formatDate(one.endsOn)}`,
    })),
    ...changes.map((one) => ({
      at: one.changedAt,
      where: 'Award changed',
      who: one.changedByName,
      what: `${one.kind} from ${formatDate(one.from)}: ${one.reason}`,
    })),
    ...reviews.map((one) => ({
      at: onDay(one.heldOn),
      where: 'Review',
      who: one.heldByName,
      what: `${one.outcome}: ${one.because}`,
    })),
    ...evidence.map((one) => ({
      at: one.createdAt,
      where: 'Evidence',
      who: '',
      what: `${one.kind.replaceAll('-', ' ')}${one.file === null ? ', told only' : `: ${one.file.name}`}`,
    })),
    ...appeals.flatMap((one) =>
      one.steps.map((step) => ({
        at: step.at,
        where: `Appeal ${one.reference}`,
        who: step.personName,
        what: [step.kind, step.outcome ?? '', step.kind === 'made' ? one.words : step.words]
          .filter((part) => part !== '')
          .join(': '),
      })),
    ),
    ...complaints.flatMap((one) =>
      one.steps.map((step) => ({
        at: step.at,
        where: `Complaint ${one.reference}`,
        who: step.personName,
        what: [
          stepWords[step.kind],
          step.details.outcome === undefined ? '' : outcomeWords[step.details.outcome],
          step.kind === 'made' ? one.words : step.words,
        ]
          .filter((part) => part !== '')
          .join(': '),
      })),
    ),
    ...transition.map((one) => ({
      at: one.at,
      where: 'Growing up',
      who: one.personName,
      what: [one.kind, one.milestone ?? '', one.words].filter((part) => part !== '').join(': '),
    })),
    ...messages.map((one) => ({
      at: one.at,
      where: 'Message',
      who: one.to,
      what: `${one.subject} (${one.state})`,
    })),
  ]);
}
