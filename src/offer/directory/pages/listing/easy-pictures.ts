import { type Html, trustedHtml } from '#platform/web/html.ts';
import type { EasyTopic } from '../../domain/easy-read.ts';

/** Simple drawings of our own, in the colours of the council: one thing each, with thick lines. */
const drawings: Readonly<Record<EasyTopic, string>> = {
  what: '<circle cx="48" cy="52" r="26"/><path d="M48 10v8M14 26l6 6M82 26l-6 6"/><path d="M36 56c6 9 18 9 24 0"/><path d="M39 44v2M57 44v2"/>',
  who: '<circle cx="32" cy="34" r="12"/><path d="M12 80c0-18 8-28 20-28s20 10 20 28"/><circle cx="66" cy="44" r="9"/><path d="M54 80c1-13 5-20 12-20s12 7 14 20"/>',
  when: '<circle cx="48" cy="50" r="34"/><path d="M48 28v22l14 10"/>',
  where:
    '<path d="M48 88C30 64 22 52 22 38a26 26 0 0 1 52 0c0 14-8 26-26 50z"/><circle cx="48" cy="38" r="10"/>',
  cost: '<circle cx="48" cy="48" r="34"/><path d="M60 34c-2-6-8-9-14-8-8 1-11 8-8 16 3 9 2 16-4 22h26M32 50h20"/>',
  help: '<path d="M20 56c8-14 20-14 28-4 8-10 20-10 28 4L48 84z"/>',
  join: '<path d="M18 20h48v60H18z"/><path d="M28 36h28M28 50h28M28 64h14"/><path d="M60 72l22-26 8 7-22 26-11 3z"/>',
  phone: '<path d="M30 12h36v72H30z"/><path d="M44 72h8M38 22h20v40H38z"/>',
  stopped: '<path d="M34 12h28l20 20v28L62 80H34L14 60V32z"/><path d="M32 46h32"/>',
  there: '<path d="M10 48c20-28 56-28 76 0-20 28-56 28-76 0z"/><circle cx="48" cy="48" r="12"/>',
};

/** The picture of a topic. The words beside it say the same, so it is hidden from those who hear the page. */
export function easyPicture(topic: EasyTopic): Html {
  return trustedHtml(
    `<svg class="daybreak-easy__picture" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${drawings[topic]}</svg>`,
  );
}
