import { type Html, trustedHtml } from '#platform/web/html.ts';

/** A line drawing of our own, 32 by 32; the words beside it say what it means, so it is hidden from readers. */
function icon(lines: string): Html {
  return trustedHtml(
    `<svg class="daybreak-card__icon" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${lines}</svg>`,
  );
}

export const icons = {
  /** A kite in the wind. */
  find: icon(
    '<path d="M19 3l9 8-11 8-5-9z"/><path d="M19 3l-2 16M12 10l16 1"/><path d="M17 19c-1 4-4 3-5 6s-4 4-8 3"/>',
  ),
  /** A scale of two hands: what there is for you. */
  get: icon(
    '<path d="M16 10c-2-4-8-3-8 2 0 4 5 6 8 9 3-3 8-5 8-9 0-5-6-6-8-2z"/><path d="M4 22l6 5h9l9-7c-2-2-4-1-6 1l-4 2"/>',
  ),
  /** A sheet with a pen. */
  apply: icon(
    '<path d="M21 28H7a2 2 0 01-2-2V6a2 2 0 012-2h12l5 5v4"/><path d="M10 12h7M10 17h5M10 22h3"/><path d="M27 16l-8 8-1 4 4-1 8-8z"/>',
  ),
  /** A door that stands open. */
  account: icon(
    '<path d="M4 28h24"/><path d="M8 28V6a2 2 0 012-2h12a2 2 0 012 2v22"/><path d="M8 6l9 4v18"/><path d="M14 18v2"/>',
  ),
  /** An open book. */
  statement: icon(
    '<path d="M16 8c-3-3-7-3-12-3v20c5 0 9 0 12 3 3-3 7-3 12-3V5c-5 0-9 0-12 3z"/><path d="M16 8v20"/>',
  ),
  /** A house with a flag. */
  providers: icon(
    '<path d="M5 28V15l9-7 9 7v13z"/><path d="M11 28v-7h6v7"/><path d="M23 14V3l6 2.500-6 2.500"/>',
  ),
  /** Two people. */
  practitioners: icon(
    '<circle cx="11" cy="10" r="5"/><path d="M2 27c0-6 4-9 9-9s9 3 9 9"/><path d="M21 5.500a5 5 0 010 9M24 19c4 1 6 4 6 8"/>',
  ),
} as const;

/** The sun coming up over hills and a river: the picture of the first page. Colours are in the style sheet. */
export const sunrise: Html = trustedHtml(
  `<svg class="daybreak-sunrise" viewBox="0 0 960 480" preserveAspectRatio="xMaxYMax slice" aria-hidden="true" focusable="false"><g class="daybreak-sunrise__rays"><path d="M742 36v52M600 78l27 43M884 78l-27 43"/></g><circle class="daybreak-sunrise__sun" cx="742" cy="292" r="130"/><path class="daybreak-sunrise__far" d="M0 424c170-34 330-22 470-52 170-36 290-30 490-86v194H0z"/><path class="daybreak-sunrise__near" d="M0 452c150-24 300-8 470-24s320 8 490-44v96H0z"/><path class="daybreak-sunrise__river" d="M640 480c40-14 96-18 104-34s-60-14-54-28 66-10 74-24c8 12-26 14-26 22s66 12 62 32c-2 14-28 22-44 32z"/></svg>`,
);
