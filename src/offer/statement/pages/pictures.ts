import { type Html, html, trustedHtml } from '#platform/web/html.ts';
import { type Picture, pictures } from '../domain/statement.ts';

/** Drawn for this program: lines of one weight on a ground of the council's tint. */
const drawings: Readonly<Record<Picture, string>> = {
  child:
    '<circle cx="48" cy="28" r="13"/><path d="M48 41v24M48 48 30 40M48 48l18-8M48 65 36 84M48 65l12 19"/>',
  family:
    '<circle cx="30" cy="26" r="10"/><circle cx="66" cy="26" r="10"/><circle cx="48" cy="48" r="7"/><path d="M30 36v28M30 64l-8 20M30 64l8 20M66 36v28M66 64l-8 20M66 64l8 20M48 55v15M48 70l-5 14M48 70l5 14M30 46l14 14M66 46 52 60"/>',
  home: '<path d="M14 48 48 18l34 30M24 42v40h48V42M42 82V60h12v22"/>',
  calendar:
    '<rect x="16" y="22" width="64" height="58" rx="6"/><path d="M16 40h64M32 14v16M64 14v16M30 54h8M46 54h8M62 54h6M30 67h8M46 67h8"/>',
  night: '<path d="M60 18a32 32 0 1 0 20 44A26 26 0 0 1 60 18ZM22 20v10M17 25h10M76 30v8M72 34h8"/>',
  list: '<path d="M38 26h42M38 48h42M38 70h42"/><circle cx="22" cy="26" r="5"/><circle cx="22" cy="48" r="5"/><circle cx="22" cy="70" r="5"/>',
  tick: '<circle cx="48" cy="48" r="34"/><path d="m32 49 12 13 22-27"/>',
  question:
    '<circle cx="48" cy="48" r="34"/><path d="M38 39c1-8 6-12 12-11 7 1 10 6 9 11-1 6-10 7-10 15M49 66v2"/>',
  phone:
    '<path d="M30 14h36a5 5 0 0 1 5 5v58a5 5 0 0 1-5 5H30a5 5 0 0 1-5-5V19a5 5 0 0 1 5-5ZM25 66h46M44 74h8"/>',
  letter: '<rect x="14" y="24" width="68" height="48" rx="5"/><path d="m16 28 32 26 32-26"/>',
  people:
    '<circle cx="30" cy="44" r="10"/><circle cx="66" cy="44" r="10"/><path d="M12 82c2-16 8-24 18-24s16 8 18 24M48 82c2-16 8-24 18-24s16 8 18 24M38 14h22a5 5 0 0 1 5 5v6a5 5 0 0 1-5 5H50l-6 6v-6h-6a5 5 0 0 1-5-5v-6a5 5 0 0 1 5-5Z"/>',
  money:
    '<ellipse cx="42" cy="30" rx="26" ry="10"/><path d="M16 30v14c0 6 12 10 26 10s26-4 26-10V30M16 44v14c0 6 12 10 26 10 8 0 15-1 20-4"/><circle cx="66" cy="66" r="16"/><path d="M71 60c-5-3-9-1-9 4v9M59 67h8M59 74h13"/>',
};

/** A picture of Easy Read, which says in words what it shows. */
export function pictureOf(picture: Picture): Html {
  return html`<svg class="daybreak-easy-read__drawing" viewBox="0 0 96 96" role="img" aria-label="Picture: ${pictures[picture]}" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${trustedHtml(drawings[picture])}</svg>`;
}
