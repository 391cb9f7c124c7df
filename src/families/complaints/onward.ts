import type { Phase } from './domain/stand.ts';

const ombudsman =
  'You can ask the Local Government and Social Care Ombudsman to look at it. The Ombudsman is free and does not work for the council: www.lgo.org.uk, 0300 061 0614.';

/** What comes next for who complained, in their words; `by` is the last day of the clock that runs. */
export function onwardWords(phase: Phase, by: string | null): readonly string[] {
  const until = by ?? '';
  switch (phase) {
    case 'stage-1':
      return [`You get our answer by ${until}.`];
    case 'answered-1':
      return [
        `If it is still not right, you can ask for the next stage until ${until}. Then somebody from outside the team looks into it, and an independent person watches.`,
      ];
    case 'stage-2':
      return [`We look into it and answer by ${until}.`];
    case 'answered-2':
      return [
        `If it is still not right, you can ask for a review panel until ${until}. The people on it are not from the council.`,
      ];
    case 'panel':
      return [`The review panel meets by ${until}. You can come, and bring somebody with you.`];
    case 'findings':
      return [`The panel sends you what it found by ${until}.`];
    case 'response':
      return [`The council answers the panel by ${until}.`];
    case 'answered-3':
      return [`This was the last stage with us. ${ombudsman}`];
    case 'withdrawn':
      return ['You took the complaint back. You can make it again.'];
    case 'moved':
      return ['It goes on as an appeal. You do not have to send anything again.'];
    case 'late-refused':
      return [ombudsman];
  }
}
