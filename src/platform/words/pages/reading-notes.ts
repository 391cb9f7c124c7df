import { insetText } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { aimedAge, type HardWord, hardWordsIn, readingOf } from '../plain-language.ts';
import type { Words } from '../template.ts';

/** How plainly the words read, and what would make them plainer. */
export function readingNotes(words: Words, hardWords: readonly HardWord[]): Html {
  const whole = `${words.subject}.\n\n${words.body}`;
  const reading = readingOf(whole);
  const hard = hardWordsIn(whole, hardWords);
  const isEasy = reading.age <= aimedAge + 3 && reading.long.length === 0 && hard.length === 0;
  return html`<h2 class="govuk-heading-m">How it reads</h2>
${insetText({
  html: html`<p class="govuk-body">${reading.words} words in ${reading.sentences} sentences. Easy to read from the age of about <strong>${reading.age}</strong>. The aim is ${aimedAge}.</p>
${isEasy && html`<p class="govuk-body">Nothing stands out.</p>`}
${hard.length > 0 ? html`<p class="govuk-body">Plainer words:</p><ul class="govuk-list govuk-list--bullet">${hard.map(({ word, say }) => html`<li>“${word}”: say <strong>${say}</strong></li>`)}</ul>` : nothing}
${reading.long.length > 0 ? html`<p class="govuk-body">Long sentences; try two:</p><ul class="govuk-list govuk-list--bullet">${reading.long.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : nothing}`,
})}`;
}
