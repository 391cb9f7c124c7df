import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, insetText, notificationBanner, textarea } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion } from '#platform/web/questions.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  type Visit,
} from '#platform/web/visit.ts';
import { aimedAge, filedWordsOf, hardWordsIn, readingOf } from '#platform/words/index.ts';
import { type DraftSection, type WholeDraft, wholeDraft } from '../actions/whole-draft.ts';
import { variantIn } from '../actions/write.ts';
import { plainLine } from '../domain/blocks.ts';
import { referenceForm } from '../domain/references.ts';
import { pictures, type Variant } from '../domain/statement.ts';
import { typedFiguresIn } from '../domain/typed-figures.ts';
import { isWriter } from '../policy.ts';
import { proseHtml } from '../prose-html.ts';
import { pictureOf } from './pictures.ts';

type Shown = { readonly section: DraftSection; readonly variant: Variant; readonly whole: WholeDraft };

const addressOf = ({ section, variant }: Shown) =>
  `/practitioners/statement/sections/${section.id}/${variant}`;

function editor(visit: Visit, shown: Shown): Html {
  const { section, variant } = shown;
  const now = section.texts[variant];
  const { formState } = visit;
  const isBehind = formState.isTyped && firstValue(formState.values, 'revision') !== String(now.revision);
  const message = refusalOf(formState, 'words');
  return html`${
    isBehind &&
    html`<div class="daybreak-panel"><h2 class="govuk-heading-m">What ${now.byName ?? 'somebody'} saved meanwhile</h2><pre class="daybreak-statement__other">${now.words}</pre><p class="govuk-body">What you wrote is in the box below. Save it again when it has all that it needs: it then takes the place of this text, which is kept.</p></div>`
  }
${formTo(
  visit,
  html`<input type="hidden" name="revision" value="${now.revision}">
${textarea({
  id: 'words',
  name: 'words',
  label: { text: variant === 'words' ? 'Text' : 'Easy Read text', classes: 'govuk-label--m' },
  hint: {
    text:
      variant === 'words'
        ? 'An empty line begins a new paragraph.'
        : 'One idea in a sentence. Short words. An empty line after each sentence.',
  },
  value: formState.isTyped ? firstValue(formState.values, 'words') : now.words.trim(),
  rows: variant === 'words' ? 18 : 10,
  ...(message === undefined ? {} : { errorMessage: { text: message } }),
})}
${
  variant === 'easy-read' &&
  choiceQuestion(visit, {
    field: 'picture',
    label: 'Picture',
    saved: now.picture ?? 'list',
    isInline: true,
    options: Object.entries(pictures).map(([value, text]) => ({
      value,
      text: text.charAt(0).toUpperCase() + text.slice(1),
    })),
  })
}
${button({ text: 'Save and see how it looks' })}`,
  { to: addressOf(shown) },
)}`;
}

/** The text as people hear it: facts filled in, tables and lists left out. */
function spoken(text: string, { references }: WholeDraft): string {
  const byName = new Map(references.map(({ name, value }) => [name, value]));
  return text.replace(referenceForm, (_, name: string) => {
    const value = byName.get(name.trim());
    if (typeof value === 'string') return value;
    return (value ?? []).map((block) => (block.kind === 'words' ? plainLine(block.line) : '')).join(' ');
  });
}

function notes(visit: Visit, { section, variant, whole }: Shown): Html {
  const { words } = section.texts[variant];
  const text = spoken(words, whole);
  const reading = readingOf(text);
  const hard = hardWordsIn(text, filedWordsOf(visit.authority).hardWords);
  const { contact, schemes } = whole.content.facts;
  const typed = typedFiguresIn(words, { ...contact, schemes: schemes.map(({ id }) => id) });
  if (words.trim() === '') return nothing;
  return html`<h2 class="govuk-heading-m">How it reads</h2>
${insetText({
  html: html`<p class="govuk-body">${reading.words} words. Easy to read from the age of about <strong>${reading.age}</strong>. The aim is ${aimedAge}.</p>
${hard.length > 0 && html`<p class="govuk-body">Plainer words:</p><ul class="govuk-list govuk-list--bullet">${hard.map(({ word, say }) => html`<li>“${word}”: say <strong>${say}</strong></li>`)}</ul>`}
${reading.long.length > 0 && html`<p class="govuk-body">Long sentences; try two:</p><ul class="govuk-list govuk-list--bullet">${reading.long.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}`,
})}
${
  typed.length > 0 &&
  html`<div class="daybreak-panel"><h2 class="govuk-heading-m">Figures that were typed</h2><p class="govuk-body">These grow old. Write the fact’s name in their place:</p><ul class="govuk-list govuk-list--bullet">${typed.map((one) => html`<li>“${one.typed}”: write <code class="daybreak-code">${one.write}</code></li>`)}</ul></div>`
}`;
}

function preview({ section, variant, whole }: Shown): Html {
  const now = section.texts[variant];
  const text = proseHtml(now.words, whole.references);
  return html`<h2 class="govuk-heading-m" id="preview">How it looks today</h2>
<div class="daybreak-statement__preview"><h3 class="govuk-heading-l">${section.title}</h3>
${
  now.words.trim() === ''
    ? html`<p class="govuk-body daybreak-soft">Nothing is written yet.</p>`
    : variant === 'words'
      ? text
      : html`<div class="daybreak-easy-read__section"><div class="daybreak-easy-read__picture">${pictureOf(now.picture ?? 'list')}</div><div>${text}</div></div>`
}</div>`;
}

function help({ section, variant, whole }: Shown): Html {
  const inline = [
    'listings.count',
    'tier:specialist.count',
    'kind:overnight.count',
    'contact.phone',
    'range.kinds',
  ];
  const scheme = whole.content.facts.schemes[0];
  const names = scheme === undefined ? inline : [...inline, `scheme:${scheme.id}.criteria`];
  return html`<h2 class="govuk-heading-s">What this part is for</h2><p class="govuk-body">${section.help}</p>
<h2 class="govuk-heading-s">How to write</h2>
<ul class="govuk-list govuk-list--spaced">
<li><code class="daybreak-code"># Heading</code> a heading below “${section.title}”</li>
<li><code class="daybreak-code">- one</code> a list, each line for itself</li>
<li><code class="daybreak-code">**strong**</code> and <code class="daybreak-code">*soft*</code></li>
<li><code class="daybreak-code">[words](/find)</code> a link here, or with https:// elsewhere</li>
</ul>
<h2 class="govuk-heading-s">Facts by name</h2>
<p class="govuk-body">Type no figures. Write the name, and the day’s figure stands there:</p>
<ul class="govuk-list govuk-list--spaced">${names.map((name) => {
    const found = whole.references.find((one) => one.name === name);
    return (
      found !== undefined &&
      html`<li><code class="daybreak-code daybreak-break">{{${name}}}</code><br><span class="daybreak-soft">${typeof found.value === 'string' ? `${found.about}: ${found.value}` : `${found.about}; on a line of its own`}</span></li>`
    );
  })}</ul>
<p class="govuk-body"><a class="govuk-link" href="/practitioners/statement/facts">Every fact, with what it is today</a></p>
${
  section.composes === null &&
  html`<p class="govuk-body">${variant === 'words' ? html`<a class="govuk-link" href="/practitioners/statement/sections/${section.id}/easy-read">Write its Easy Read text</a>` : html`<a class="govuk-link" href="/practitioners/statement/sections/${section.id}/words">Write its full text</a>`}</p>`
}`;
}

function earlier({ section, variant, whole }: Shown): Html {
  const older = whole.revisions
    .filter((one) => one.section === section.id && one.variant === variant)
    .slice(1);
  if (older.length === 0) return nothing;
  return details({
    summaryText: `Earlier texts (${older.length})`,
    html: html`${older.map(
      ({ words, byName, at }) =>
        html`<p class="govuk-body daybreak-soft">${byName}, ${formatDate(at.toZonedDateTimeISO('Europe/London').toPlainDate())}</p><pre class="daybreak-statement__other">${words}</pre>`,
    )}`,
  });
}

const told: Readonly<Record<string, string>> = {
  saved: 'Saved. Signatures that were there have come off.',
  same: 'Nothing was changed.',
};

/** The editor of a section's text, with the help, the preview and how it reads beside it. */
export async function sectionPage(visit: Visit): Promise<Page | NotFound | Redirect> {
  const whole = await wholeDraft(visit);
  if (whole === null) return redirect('/practitioners/statement');
  const section = whole.sections.find(({ id }) => id === visit.params.section);
  const variant = variantIn(visit);
  if (section === undefined || variant === null) return notFound('a section');
  if (variant === 'words' && section.composes !== null) return notFound('a section that staff write');
  const shown = { section, variant, whole };
  const message = told[visit.query.get('told') ?? ''];
  const name = variant === 'words' ? section.title : `${section.title}, in Easy Read`;
  return page({
    title: name,
    section: 'statement',
    isPrivate: true,
    before: backLink({ href: '/practitioners/statement', text: 'The short breaks statement' }),
    main: html`${errorsOf(visit)}${message !== undefined && notificationBanner({ type: 'success', html: html`<p class="govuk-notification-banner__heading">${message}</p>` })}
<span class="govuk-caption-l">Version ${whole.draft.number}, a draft</span><h1 class="govuk-heading-l">${name}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${isWriter(visit.person) && editor(visit, shown)}
${preview(shown)}
${notes(visit, shown)}
${earlier(shown)}
</div><div class="govuk-grid-column-one-third">${help(shown)}</div></div>`,
  });
}
