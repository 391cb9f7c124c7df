import { type Html, html, nothing } from '#platform/web/html.ts';
import { type ChildDescription, weights } from './domain/child-description.ts';
import { features, type Offered } from './domain/features.ts';
import { countOf, type Deciding, matchOf, type NeedAnswer, needInSentence } from './domain/match.ts';

const answerWords: Readonly<Record<Offered, string>> = { meets: 'Yes', ask: 'Ask', 'does-not-meet': 'No' };

function namesOf(answers: readonly NeedAnswer[]): string {
  return answers.map(({ need }) => needInSentence(need)).join(', ');
}

function countInWords({ meets, all }: { readonly meets: number; readonly all: number }): string {
  if (meets < all) return `Meets ${meets} of ${all}.`;
  return all === 1 ? 'Meets what your child needs.' : `Meets all ${all} of your child’s needs.`;
}

/** The match in a sentence or two, for a list of results: "Meets 5 of 6. Ask about: hoist." Nothing where no need was told. */
export function matchSummary(described: ChildDescription, listing: Deciding): Html {
  const count = countOf(matchOf(described, listing));
  if (count.all === 0) return nothing;
  const state = count.isRuledOut ? 'no' : count.meets === count.all ? 'yes' : 'ask';
  return html`<p class="daybreak-match daybreak-match--${state}"><strong>${countInWords(count)}</strong>${count.doesNotMeet.length > 0 && ` No: ${namesOf(count.doesNotMeet)}.`}${count.ask.length > 0 && ` Ask about: ${namesOf(count.ask)}.`}</p>`;
}

function line({ need, weight, answer }: NeedAnswer, age: number | null): Html {
  const label = need === 'age' ? `For age ${age}` : features[need].label;
  return html`<li class="daybreak-match-list__item daybreak-match-list__item--${answer}"><span class="daybreak-match-list__answer">${answerWords[answer]}</span> <span>${label}${weight === 'would-help' && html` <span class="daybreak-soft">(${weights[weight].toLowerCase()})</span>`}</span></li>`;
}

/** The match need by need, for the page of one listing. The heading around it is the page's own. Nothing where no need was told. */
export function matchList(described: ChildDescription, listing: Deciding): Html {
  const answers = matchOf(described, listing);
  if (answers.length === 0) return nothing;
  return html`<ul class="daybreak-match-list">${answers.map((answer) => line(answer, described.age))}</ul>`;
}
