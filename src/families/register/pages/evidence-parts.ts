import { formatDate } from '#kernel/local-date.ts';
import { button, fileUpload, tag } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, wordsQuestion } from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import { codesOf, codesOn, codeWords } from '../codes.ts';
import { type EvidenceLife, lifeOf } from '../domain/evidence-life.ts';
import { newestOfEachKind } from '../domain/newest-evidence.ts';
import { dlaCareRates, dlaMobilityRates, type Evidence, pipRates } from '../domain/register.ts';

const lifeMarks: Readonly<Record<EvidenceLife, readonly [string, string]>> = {
  holds: ['Good', 'govuk-tag--green'],
  'has-no-end': ['Good', 'govuk-tag--green'],
  'not-yet': ['Begins later', 'govuk-tag--blue'],
  'lapses-soon': ['Ends soon', 'govuk-tag--yellow'],
  lapsed: ['Has ended', 'govuk-tag--red'],
};

const rateWords = (part: string, rate: string | null) =>
  rate !== null && rate !== 'none' && `${part}: ${rate} rate`;

/** What a letter says: the rates of a benefit, or words. */
function saysOf(one: Evidence): string {
  const rates = [
    rateWords('care', one.dlaCare),
    rateWords('mobility', one.dlaMobility),
    rateWords('daily living', one.pipDaily),
    rateWords('mobility', one.pipMobility),
  ].filter((words) => words !== false);
  return [rates.join(', '), one.shows].filter((words) => words !== '').join('. ');
}

/** Every letter that is held, each with what it proves, how long it holds, and its file. */
export function evidenceList(
  visit: Visit,
  held: readonly Evidence[],
  fileHref: (one: Evidence) => string | null,
): Html {
  if (held.length === 0) return nothing;
  const newest = newestOfEachKind(held);
  return html`<h2 class="govuk-visually-hidden">What we hold</h2><ul class="daybreak-cards daybreak-evidence">${held.map(
    (one) => {
      const life = lifeOf(one, visit.clock.today());
      const [words, colour] = newest.has(one.id)
        ? lifeMarks[life]
        : ['Replaced by a newer one', 'govuk-tag--grey'];
      const proves = codesOf(visit.authority, 'evidence-kind').find(({ code }) => code === one.kind)?.proves;
      const href = fileHref(one);
      return html`<li class="daybreak-card"><h3 class="daybreak-card__title">${codeWords(visit.authority, 'evidence-kind', one.kind)}</h3>
<p>${tag({ text: words, classes: colour })}</p>
<p><strong>It proves:</strong> ${proves}</p>
${saysOf(one) !== '' && html`<p><strong>It says:</strong> ${saysOf(one)}</p>`}
<p class="daybreak-soft">${one.datedOn !== null && html`Dated ${formatDate(one.datedOn)}. `}${one.holdsFrom !== null && html`From ${formatDate(one.holdsFrom)}. `}${one.holdsUntil === null ? 'No end date.' : html`Until ${formatDate(one.holdsUntil)}.`}</p>
${one.file === null ? html`<p class="daybreak-soft">No file here.</p>` : href !== null && html`<p><a class="govuk-link daybreak-break" href="${href}">${one.file.name}</a></p>`}</li>`;
    },
  )}</ul>`;
}

/** The rates that a benefit letter says, asked where such a letter is chosen: rates decide, words do not. */
function ratesOf(visit: Visit, kind: string) {
  const rate = (field: string, label: string, rates: readonly string[]) =>
    choiceQuestion(visit, {
      field,
      label,
      isInline: true,
      options: rates.map((value) => ({ value, text: value.charAt(0).toUpperCase() + value.slice(1) })),
    });
  if (kind === 'dla-letter')
    return {
      conditional: html`${rate('dlaCare', 'Care rate', dlaCareRates)}${rate('dlaMobility', 'Mobility rate', dlaMobilityRates)}`,
    };
  if (kind === 'pip-letter')
    return {
      conditional: html`${rate('pipDaily', 'Daily living rate', pipRates)}${rate('pipMobility', 'Mobility rate', pipRates)}`,
    };
  return {};
}

/** The form for one more letter. */
export function evidenceForm(visit: Visit): Html {
  const message = refusalOf(visit.formState, 'file');
  return formTo(
    visit,
    html`${choiceQuestion(visit, {
      field: 'kind',
      label: 'What is it?',
      options: codesOn(visit.authority, 'evidence-kind', visit.clock.today()).map((one) => ({
        value: one.code,
        text: one.label,
        hint: one.proves,
        ...ratesOf(visit, one.code),
      })),
    })}
${dateQuestion(visit, { field: 'datedOn', label: 'Date on the letter', example: new Temporal.PlainDate(2026, 3, 27) })}
${dateQuestion(visit, { field: 'holdsUntil', label: 'Does it end on a day? (optional)', hint: 'The last day that the letter speaks of. Leave it empty if there is none.' })}
${wordsQuestion(visit, { field: 'shows', label: 'What does it say? (optional)', hint: 'In a few words. For example, the rate that you get.', rows: 2 })}
${fileUpload({
  id: 'file',
  name: 'file',
  label: { text: 'Photo or file', classes: 'govuk-label--s' },
  hint: { text: 'PDF, JPEG or PNG, up to 10MB. Every word must be easy to read.' },
  attributes: { accept: 'image/jpeg,image/png,image/webp,application/pdf' },
  ...(message === undefined ? {} : { errorMessage: { text: message } }),
})}
${button({ text: 'Add it', preventDoubleClick: true })}`,
    { takesFiles: true },
  );
}
