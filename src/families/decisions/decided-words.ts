import { formatGranted } from '#families/awards/index.ts';
import type { DecisionRecord } from './domain/decision-record.ts';
import type { Giving } from './domain/giving.ts';

/** What is given, as people read it: "£750", "40 hours a year". */
export function givingWords(giving: Giving): string {
  return formatGranted(giving);
}

type Told = Pick<DecisionRecord, 'outcome' | 'referredTo'> & Giving;

/** What was decided, after "has": "awarded £750", "refused it", "put it on the waiting list". */
export function didWords(decision: Told): string {
  switch (decision.outcome) {
    case 'awarded':
      return `awarded ${givingWords(decision)}`;
    case 'awarded-reduced':
      return `awarded ${givingWords(decision)} at the reduced rate`;
    case 'agreed':
      return 'said yes';
    case 'waiting':
      return 'put it on the waiting list';
    case 'referred':
      return decision.referredTo === 'panel' ? 'sent it to the panel' : 'sent it to an assessment';
    case 'refused':
    case 'closed':
    case 'late':
      return 'refused it';
  }
}

/** What was decided, as a heading: "£750 awarded", "Refused", "On the waiting list". */
export function outcomeWords(decision: Told): string {
  switch (decision.outcome) {
    case 'awarded':
      return `${givingWords(decision)} awarded`;
    case 'awarded-reduced':
      return `${givingWords(decision)} awarded at the reduced rate`;
    case 'agreed':
      return 'Yes';
    case 'waiting':
      return 'On the waiting list';
    case 'referred':
      return decision.referredTo === 'panel' ? 'Sent to the panel' : 'Sent to an assessment';
    case 'refused':
      return 'Refused';
    case 'closed':
      return 'Refused: the scheme is closed';
    case 'late':
      return 'Refused: it came too late';
  }
}
