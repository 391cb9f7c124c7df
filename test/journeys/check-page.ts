// What every page that a journey comes to must be, whichever page it is.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** A page that a visitor has come to. */
export type Arrival = {
  readonly page: Page;
  readonly status: number;
  /** Whether it is a form that could not be taken: it must say so in one error summary, and other pages must not. */
  readonly hasErrors: boolean;
  readonly hasScript: boolean;
  /** What the browser complained of since the last page; it is emptied. */
  readonly problems: string[];
  /** Which path has which title, over every page that was seen of this service. */
  readonly titles: Map<string, string>;
  /** The pages that the accessibility engine found nothing wrong with: the same page is the same finding. */
  readonly audited: Set<string>;
  /** Where the accessibility engine can run: the page itself, or a copy of what it shows when it has no script. */
  auditable(): Promise<Page>;
};

type Facts = {
  readonly title: string;
  readonly language: string;
  readonly headings: readonly string[];
  readonly unlabelled: readonly string[];
  readonly withoutLegend: readonly string[];
  readonly repeatedIds: readonly string[];
  readonly deadTargets: readonly string[];
  readonly inlineStyles: readonly string[];
  readonly inlineScripts: readonly string[];
  readonly postsWithoutToken: readonly string[];
  readonly errorLinks: number | null;
  readonly isEnhanced: boolean;
  readonly coveredLinks: readonly string[];
  readonly brokenPictures: readonly string[];
};

type Violation = {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};

const readPage = readFileSync(new URL('./read-page.js', import.meta.url), 'utf8');
/** The engine, as a script to run in a page. */
export const accessibilityEngine = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The narrowest screen that a page must fit without scrolling sideways (WCAG 2.2, success criterion 1.4.10). */
const narrow = 320;

/** Checks a page and throws with everything that is wrong with it, so that one run says all. */
export async function checkPage(arrival: Arrival): Promise<void> {
  const { page } = arrival;
  const facts = await page.evaluate<Facts>(readPage);
  const wrongs = [
    ...wrongsOfFacts(facts, arrival),
    ...wrongsOfTitle(facts.title, arrival),
    ...(await sidewaysScroll(page)),
    ...(await audit(arrival)),
    ...arrival.problems.splice(0),
  ];
  assert.equal(wrongs.length, 0, `${page.url()}\n${wrongs.map((wrong) => `  – ${wrong}`).join('\n')}`);
}

function wrongsOfFacts(facts: Facts, { hasScript, hasErrors, status }: Arrival): string[] {
  const each = (list: readonly string[], words: string) => list.map((one) => `${words}: ${one}`);
  const unless = (isRight: boolean, words: string) => (isRight ? [] : [words]);
  return [
    ...unless(facts.headings.length === 1, `it has ${facts.headings.length} first headings, not one`),
    ...unless(!facts.headings.includes(''), 'its first heading is empty'),
    ...unless(/^en(-GB)?$/.test(facts.language), `its language is "${facts.language}"`),
    ...each(facts.unlabelled, 'a field without a label'),
    ...each(facts.withoutLegend, 'a choice without a question around it'),
    ...each(facts.repeatedIds, 'an id that stands twice'),
    ...each(facts.deadTargets, 'a link within the page that leads nowhere'),
    // With script on, the design system sets styles itself, which the content policy allows.
    ...each(hasScript ? [] : facts.inlineStyles, 'an inline style, which the content policy blocks'),
    ...each(facts.inlineScripts, 'an inline script, which the content policy blocks'),
    ...each(facts.postsWithoutToken, 'a form that posts without a token'),
    ...each(facts.coveredLinks, 'a link or button that another one lies over'),
    ...each(facts.brokenPictures, 'a picture that is not shown'),
    ...unless(facts.isEnhanced === hasScript, hasScript ? 'its script did not run' : 'a script ran'),
    ...unless(
      !hasErrors || (facts.errorLinks !== null && facts.title.startsWith('Error: ')),
      'a form came back without an error summary, or without "Error: " before its title',
    ),
    ...unless(hasErrors || facts.errorLinks === null, `it has an error summary, with status ${status}`),
  ];
}

/**
 * Two pages may not share a title. Addresses that differ in an id, a token or a number alone are one page, and so is a
 * listing's page for its provider and for the council: nobody has both doors.
 */
function wrongsOfTitle(title: string, { page, status, titles }: Arrival): string[] {
  if (title === '') return ['its title is empty'];
  if (status >= 400) return [];
  const path = new URL(page.url()).pathname
    .replace(/^\/provider\/listings\//, '/practitioners/listings/listing/')
    .replace(/(?<=\/)[\w-]{30,}(?=\/|$)|\d+/g, '…');
  const other = titles.get(title) ?? path;
  titles.set(title, path);
  return other === path ? [] : [`its title "${title}" is also the title of ${other}`];
}

async function sidewaysScroll(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const wrongs: string[] = [];
  for (const width of new Set([before?.width ?? narrow, narrow])) {
    await page.setViewportSize({ width, height: before?.height ?? 800 });
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > width) wrongs.push(`it scrolls sideways: ${wide} pixels on a screen of ${width}`);
  }
  if (before !== null) await page.setViewportSize(before);
  return wrongs;
}

/**
 * What marks one showing of a page from another, and nothing that a person perceives: tokens, identifiers,
 * references, the times of day.
 */
const marks =
  /(?<=name="_\w+" value=")[^"]+|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?<=\/)[\w-]{40,}(?=")|SB-\w{4}-\w{4}|\d{1,2}:\d\d/g;

/** Asks the accessibility engine, unless it has seen the very same page on the same screen already. */
async function audit(arrival: Arrival): Promise<string[]> {
  const { page, hasScript, audited } = arrival;
  const markup = (await page.content()).replace(marks, '…');
  const same = `${hasScript} ${page.viewportSize()?.width} ${createHash('sha256').update(markup).digest('hex')}`;
  if (audited.has(same)) return [];
  const wrongs = await auditWithAxe(await arrival.auditable());
  if (wrongs.length === 0) audited.add(same);
  return wrongs;
}

async function auditWithAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(accessibilityEngine);
  const options = { runOnly: { type: 'tag', values: standard }, resultTypes: ['violations'] };
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${JSON.stringify(options)}).then((results) => results.violations)`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${help}: ${html.slice(0, 200)} (${(failureSummary ?? '').replace(/\s+/g, ' ')})`,
    ),
  );
}
