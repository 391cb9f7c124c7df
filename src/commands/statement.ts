import { systemClock } from '#kernel/clock.ts';
import { type PrintForm, printForms, printStatement } from '#offer/statement/index.ts';
import type { Command } from './command.ts';
import { say, warn } from './say.ts';
import { withOpen } from './with-open.ts';

const misuse =
  'Say "daybreak statement AUTHORITY [--format json|html|markdown]", such as "daybreak statement medway".';

function formIn(words: readonly string[]): PrintForm | null {
  if (words.length === 0) return 'json';
  const [option, name] = words;
  return words.length === 2 && option === '--format'
    ? (printForms.find((one) => one === name) ?? null)
    : null;
}

/** `daybreak statement AUTHORITY`: the newest short breaks statement, or what it would be today where none is published. */
export const statementCommand: Command = {
  usage: 'statement AUTHORITY',
  purpose: 'print the newest short breaks statement as JSON, --format html or markdown',
  async run([slug, ...rest]) {
    const form = formIn(rest);
    if (slug === undefined || slug.startsWith('--') || form === null) {
      warn(misuse);
      return 2;
    }
    return withOpen(async ({ authorities, database }) => {
      const authority = authorities.find((one) => one.slug === slug);
      if (authority === undefined) {
        warn(`There is no authority "${slug}". There are: ${authorities.map((one) => one.slug).join(', ')}.`);
        return 2;
      }
      const scope = { authorityId: authority.id, standing: 'system', readOnly: true } as const;
      say(
        await database.transaction(scope, (transaction) =>
          printStatement({ authority, transaction, clock: systemClock }, form),
        ),
      );
      return 0;
    }, warn);
  },
};
