import { formatGranted } from '#families/awards/index.ts';
import { clockNames, dueBy, phaseWords } from '#families/complaints/index.ts';
import { outcomeWords as panelOutcomes } from '#families/panel/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { happenings, moment, whoOf } from './chronology.ts';
import type { Section } from './domain/pack.ts';
import type { Gathered } from './gather.ts';

/** The tables of a pack, in the order of its index. `paths` gives where each file lies in it. */
export function sectionsOf(
  authority: Authority,
  gathered: Gathered,
  paths: ReadonlyMap<string, string>,
): readonly Section[] {
  return [
    chronology(gathered),
    decisions(gathered),
    letters(gathered),
    messages(gathered),
    files(gathered, paths),
    planAndPanel(gathered),
    awards(gathered),
    delivered(gathered),
    appeals(gathered),
    complaints(authority, gathered),
    opened(gathered),
  ];
}

function chronology(gathered: Gathered): Section {
  return {
    id: 'chronology',
    title: 'Chronology',
    about: 'Everything that is recorded, from every part of the service, oldest first.',
    columns: ['When', 'Where', 'Who', 'What'],
    rows: happenings(gathered).map((one) => [moment(one.at), one.where, one.who, one.what]),
  };
}

function decisions(gathered: Gathered): Section {
  return {
    id: 'decisions',
    title: 'Decisions',
    about:
      'Each with the version of the rules that it was taken under, the words for the family, and what the same facts say when they are read again. The facts lie in the folder “decisions”.',
    columns: [
      'Application',
      'Decided',
      'By',
      'Outcome',
      'Rules',
      'Why it was changed',
      'Reasons for the family',
      'Read again',
    ],
    rows: gathered.decisions.map(({ decision: one, reference, again }) => [
      `${reference}, number ${one.number}`,
      moment(one.decidedAt),
      one.decidedByName,
      one.outcome,
      `${one.schemeId} ${one.versionId} (${one.versionHash.slice(0, 12)})`,
      one.changedBecause,
      one.wordsForFamily,
      again,
    ]),
  };
}

function letters(gathered: Gathered): Section {
  return {
    id: 'letters',
    title: 'Letters about decisions',
    about: 'As the family could read them.',
    columns: ['Application', 'Letter'],
    rows: gathered.decisions.map(({ reference, letter }) => [
      reference,
      letter === '' ? 'This letter cannot be written again.' : letter,
    ]),
  };
}

function messages(gathered: Gathered): Section {
  return {
    id: 'messages',
    title: 'Messages that were sent',
    about: 'By e-mail or text message, about this case.',
    columns: ['When', 'To', 'Subject', 'Text'],
    rows: gathered.messages.map((one) => [moment(one.at), one.to, one.subject, one.text]),
  };
}

function files(gathered: Gathered, paths: ReadonlyMap<string, string>): Section {
  return {
    id: 'evidence',
    title: 'Evidence and other files',
    about:
      'The files lie in the folder “files”, as they came. Read each before you hand the pack on: what a file says of other people is not hidden.',
    columns: ['What it came with', 'Name', 'In this pack'],
    rows: gathered.files.map((one) => [
      one.from,
      one.name,
      paths.get(one.id) ?? 'The file cannot be read any more',
    ]),
  };
}

function planAndPanel({ planLines, panel }: Gathered): Section {
  return {
    id: 'plan',
    title: 'Support plan and panel',
    about: 'Each line of the plans that are agreed or on their way, and what the panel decided.',
    columns: ['From', 'Need or outcome', 'Support or decision', 'Why'],
    rows: [
      ...planLines.map((one) => [
        `Plan, ${one.planState}`,
        `${one.need}\n${one.outcome}`,
        one.support,
        one.why,
      ]),
      ...panel.map(({ decision, reference }) => [
        `Panel, ${moment(decision.recordedAt)}`,
        reference,
        `${panelOutcomes[decision.outcome]}\n${decision.conditions}`,
        decision.reasons,
      ]),
    ],
  };
}

function awards({ awards: all, changes }: Gathered): Section {
  return {
    id: 'awards',
    title: 'Awards and what changed them',
    about: 'An award is never changed in place; each change stands by itself.',
    columns: ['Award', 'What', 'From', 'Until', 'Changes'],
    rows: all.map((one) => [
      one.reference,
      formatGranted(one),
      formatDate(one.startsOn),
      formatDate(one.endsOn),
      changes
        .filter(({ awardId }) => awardId === one.id)
        .map(
          (change) =>
            `${formatDate(change.from)}: ${change.kind}, ${change.reason} (${change.changedByName})`,
        )
        .join('\n'),
    ]),
  };
}

function delivered({ awards: all, reviews }: Gathered): Section {
  return {
    id: 'delivered',
    title: 'Agreed and delivered',
    about:
      'What was delivered is not recorded by the service yet. What a review noted about it stands here; nothing else is claimed.',
    columns: ['Award', 'Agreed', 'Delivered', 'What reviews noted'],
    rows: all.map((one) => [
      one.reference,
      `${formatGranted(one)}, ${formatDate(one.startsOn)} to ${formatDate(one.endsOn)}`,
      'Not recorded yet',
      reviews
        .filter(({ awardId }) => awardId === one.id)
        .map((review) => `${formatDate(review.heldOn)}: ${review.delivered}`)
        .join('\n'),
    ]),
  };
}

function appeals(gathered: Gathered): Section {
  return {
    id: 'appeals',
    title: 'Appeals',
    about: 'Against a decision under a scheme.',
    columns: ['Appeal', 'Made', 'Answer due', 'Ended', 'What the family said', 'Answer'],
    rows: gathered.appeals.map((one) => {
      const { end } = one.stand;
      return [
        one.reference,
        formatDate(one.madeOn),
        formatDate(one.answerBy),
        end === null ? 'Open' : formatDate(dateInEngland(end.at)),
        one.words,
        end === null ? '' : `${end.outcome ?? end.kind}: ${end.words}`,
      ];
    }),
  };
}

function complaints(authority: Authority, gathered: Gathered): Section {
  const left = gathered.otherComplaints;
  return {
    id: 'complaints',
    title: 'Complaints against their clocks',
    about: `Under the Children Act 1989 Representations Procedure (England) Regulations 2006.${left === 0 ? '' : ` ${left} of the household’s complaints name no child and are left out.`}`,
    columns: ['Complaint', 'Made', 'Stands', 'Clock', 'Last day', 'Was'],
    rows: gathered.complaints.flatMap((one) => {
      const first = [one.reference, formatDate(one.madeOn), phaseWords[one.stand.phase]];
      const past = one.stand.past.map((clock) => {
        const by = dueBy(authority, clock);
        const isLate = Temporal.PlainDate.compare(clock.metOn, by) > 0;
        const was = `${formatDate(clock.metOn)}, ${isLate ? 'late' : 'in time'}`;
        return [...first, clockNames[clock.id] ?? clock.id, formatDate(by), was];
      });
      const { clock } = one.stand;
      if (one.due === null || clock === null) return past;
      return [...past, [...first, clockNames[clock.id] ?? clock.id, formatDate(one.due), 'Running']];
    }),
  };
}

function opened(gathered: Gathered): Section {
  return {
    id: 'opened',
    title: 'Who opened the record',
    about: 'Out of the audit trail, which nobody can change.',
    columns: ['When', 'Who', 'What', 'About'],
    rows: gathered.opened.map((one) => [
      moment(one.at),
      whoOf(gathered, one.personId, one.standing),
      one.event,
      one.kind ?? '',
    ]),
  };
}
