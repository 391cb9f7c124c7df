import { formatPounds, type Pence, pence } from '#kernel/money.ts';
import { type BudgetPosition, withOneMore } from '#money/budgets/index.ts';

/** Says in figures where the year's money stands, with one more award where an amount is given. */
export function budgetSentence(
  position: BudgetPosition,
  amount: Pence | null,
): { readonly text: string; readonly isOver: boolean } {
  const { budget, year } = position;
  const after = amount === null ? position : withOneMore(position, amount);
  if (budget === null || after.left === null)
    return {
      text: `${formatPounds(after.committed)} promised in ${year}; no budget is known`,
      isOver: false,
    };
  if (after.left < 0) {
    const over = formatPounds(pence(-after.left));
    return {
      text: `${amount === null ? 'The year is' : 'This award takes the year'} ${over} over its budget: ${formatPounds(after.committed)} promised of ${formatPounds(budget)} in ${year}.`,
      isOver: true,
    };
  }
  return {
    text: `${formatPounds(after.committed)} promised of ${formatPounds(budget)} in ${year}; ${formatPounds(after.left)} left`,
    isOver: false,
  };
}
