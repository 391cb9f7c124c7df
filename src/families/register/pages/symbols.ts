import { type Html, html, trustedHtml } from '#platform/web/html.ts';
import { isSymbol, type SymbolName, symbols } from '../domain/symbols.ts';

/** What is drawn for each picture: lines of one weight on 32 by 32, so that they sit together. */
const drawings: Readonly<Record<SymbolName, string>> = {
  swimming:
    '<circle cx="23" cy="10" r="3"/><path d="M5 18l9-6 5 6M3 23c3 0 3 2 6.500 2s3.500-2 6.500-2 3 2 6.500 2 3.500-2 6.500-2"/>',
  music: '<path d="M11 24V8l14-3v16"/><circle cx="8" cy="24" r="3"/><circle cx="22" cy="21" r="3"/>',
  outdoors: '<path d="M16 28V18M16 4c6 0 9 4 9 8s-4 7-9 7-9-3-9-7 3-8 9-8zM8 28h16"/>',
  animals:
    '<ellipse cx="16" cy="21" rx="6" ry="5"/><circle cx="8" cy="14" r="2.500"/><circle cx="13" cy="8" r="2.500"/><circle cx="19" cy="8" r="2.500"/><circle cx="24" cy="14" r="2.500"/>',
  food: '<path d="M16 11c-3-3-10-2-10 5s5 12 8 12c1 0 1-1 2-1s1 1 2 1c3 0 8-5 8-12s-7-8-10-5zM16 11c0-4 2-6 5-7"/>',
  friends:
    '<circle cx="10" cy="10" r="4"/><circle cx="22" cy="10" r="4"/><path d="M3 27c0-6 3-9 7-9 3 0 5 2 6 4 1-2 3-4 6-4 4 0 7 3 7 9"/>',
  family: '<path d="M4 15L16 4l12 11M7 13v14h18V13"/><path d="M16 24l-4-4c-2-3 2-5 4-2 2-3 6-1 4 2z"/>',
  ball: '<circle cx="16" cy="16" r="12"/><path d="M16 11l5 4-2 6h-6l-2-6zM16 11V4M21 15l6-2M19 21l4 5M13 21l-4 5M11 15l-6-2"/>',
  books: '<path d="M16 8c-3-2-7-3-12-3v20c5 0 9 1 12 3 3-2 7-3 12-3V5c-5 0-9 1-12 3zM16 8v20"/>',
  screen: '<rect x="6" y="4" width="20" height="24" rx="3"/><path d="M13 12l7 4-7 4zM14 25h4"/>',
  painting: '<path d="M27 5L14 18M13 17c-5 0-4 6-9 8 3 3 12 3 12-4 0-2-1-4-3-4zM24 4l4 4"/>',
  quiet: '<path d="M20 6a11 11 0 1 0 6 17A10 10 0 0 1 20 6zM23 8h5l-5 6h5"/>',
  hugs: '<circle cx="16" cy="8" r="4"/><path d="M16 26l-9-8c-5-6 5-11 9-4 4-7 14-2 9 4z"/>',
  noise: '<path d="M4 12v8h5l8 7V5l-8 7zM21 11c3 3 3 7 0 10M25 7c5 5 5 13 0 18"/>',
  crowds:
    '<circle cx="16" cy="8" r="3"/><circle cx="7" cy="11" r="3"/><circle cx="25" cy="11" r="3"/><path d="M11 27v-8c0-4 10-4 10 0v8M2 26v-6c0-3 4-4 7-3M30 26v-6c0-3-4-4-7-3"/>',
  lights:
    '<circle cx="16" cy="16" r="6"/><path d="M16 3v4M16 25v4M3 16h4M25 16h4M7 7l3 3M22 22l3 3M25 7l-3 3M10 22l-3 3"/>',
  touch:
    '<path d="M11 17V7a2 2 0 0 1 4 0v8-3a2 2 0 0 1 4 0v3-1a2 2 0 0 1 4 0v6c0 5-3 8-7 8s-6-2-8-6l-3-5c1-2 4-2 6 1z"/>',
  waiting: '<circle cx="16" cy="16" r="12"/><path d="M16 9v7l5 4"/>',
  change: '<path d="M5 13c2-6 8-9 14-6l4 3M24 4v6h-6M27 19c-2 6-8 9-14 6l-4-3M8 28v-6h6"/>',
  journeys:
    '<rect x="4" y="7" width="24" height="16" rx="3"/><path d="M4 16h24M12 7v9M20 7v9"/><circle cx="10" cy="24" r="3"/><circle cx="22" cy="24" r="3"/>',
  sleep: '<path d="M3 9v17M3 22h26v4M29 22v-4c0-3-2-4-5-4H12v8"/><circle cx="8" cy="16" r="3"/>',
  signs:
    '<path d="M7 25l-3-9c2-2 4 0 5 3V8a2 2 0 0 1 4 0v7M25 25l3-9c-2-2-4 0-5 3V8a2 2 0 0 0-4 0v7M13 20h6"/>',
  pictures:
    '<rect x="4" y="6" width="24" height="20" rx="2"/><circle cx="11" cy="13" r="2.500"/><path d="M4 23l8-6 5 4 5-6 6 7"/>',
  water: '<path d="M16 4c5 7 8 11 8 15a8 8 0 0 1-16 0c0-4 3-8 8-15zM12 19c0 3 2 5 4 5"/>',
};

const drawn = new Map<string, Html>(
  Object.entries(drawings).map(([name, paths]) => [
    name,
    trustedHtml(
      `<svg class="daybreak-symbol__picture" viewBox="0 0 32 32" aria-hidden="true" focusable="false">${paths}</svg>`,
    ),
  ]),
);

/** A picture with its word. */
export function symbolWithWord(name: string): Html {
  return html`<li class="daybreak-symbol daybreak-symbol--shown">${drawn.get(name)}<span>${isSymbol(name) ? symbols[name] : name}</span></li>`;
}

/** A question that is answered by choosing pictures: as many as one likes. */
export function symbolQuestion(question: {
  readonly field: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly kind: 'likes' | 'helps' | 'dislikes';
}): Html {
  return html`<fieldset class="govuk-fieldset daybreak-symbols daybreak-symbols--${question.kind}">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${question.label}</legend>
<div class="daybreak-symbols__choices">${Object.entries(symbols).map(
    ([name, word], index) =>
      html`<label class="daybreak-symbol"><input class="daybreak-symbol__box" type="checkbox" name="${question.field}" value="${name}"${index === 0 && html` id="${question.field}"`}${question.chosen.includes(name) && html` checked`}>${drawn.get(name)}<span>${word}</span></label>`,
  )}</div>
</fieldset>`;
}
