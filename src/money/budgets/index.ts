export { type BudgetPosition, budgetPosition } from './budget-position.ts';
export { type Position, percentCommitted, withOneMore } from './domain/position.ts';
export {
  type BudgetYear,
  type Fund,
  fundFor,
  fundOfAward,
  fundOfScheme,
  fundsOf,
  readBudgets,
} from './folder/read-budgets.ts';
