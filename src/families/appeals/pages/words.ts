import { formatDate } from '#kernel/local-date.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { AppealWithSteps } from '../case-of-appeal.ts';
import { outcomeWords } from '../domain/appeal.ts';

/** What a person wrote, with its line ends kept. */
export function linesOf(text: string): Html {
  return html`${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`;
}

/** Where an appeal stands, in a few words. */
export function appealWords({ stand, answerBy }: Pick<AppealWithSteps, 'stand' | 'answerBy'>): string {
  const { end } = stand;
  if (end?.kind === 'answered' && end.outcome !== null) return outcomeWords[end.outcome];
  if (end?.kind === 'withdrawn') return 'Taken back';
  if (end?.kind === 'moved') return 'Goes on as a complaint';
  return `Answer by ${formatDate(answerBy)}`;
}

/** Where an appeal stands, as a mark. */
export function appealTag(
  appeal: Pick<AppealWithSteps, 'stand' | 'answerBy'>,
  today: Temporal.PlainDate,
): Html {
  const { stand } = appeal;
  if (stand.end !== null) return tag({ text: appealWords(appeal), classes: 'govuk-tag--grey' });
  if (Temporal.PlainDate.compare(appeal.answerBy, today) < 0)
    return tag({ text: 'Overdue', classes: 'govuk-tag--red' });
  return stand.takenBy === null
    ? tag({ text: 'Nobody looks yet', classes: 'govuk-tag--yellow' })
    : tag({ text: 'Being looked at', classes: 'govuk-tag--blue' });
}

/** A list of files with links; what each is called by who sent it. */
export function fileList(
  files: readonly { readonly id: string; readonly name: string }[],
  base: string,
): Html | false {
  return (
    files.length > 0 &&
    html`<ul class="govuk-list">${files.map((file) => html`<li><a class="govuk-link daybreak-break" href="${base}/files/${file.id}">${file.name}</a></li>`)}</ul>`
  );
}
