// A visitor with a browser, whose doings read as sentences. Every page that they come to is checked.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Locator, Page, Response } from 'playwright-core';
import type { Auditor } from './auditor.ts';
import { checkPage } from './check-page.ts';
import { problemsOf } from './problems.ts';

/**
 * What is told of a visit to a page: the status when it is not the usual one; whether a form comes back that was kept
 * from before, with its error summary.
 */
export type Expecting = { readonly status?: number; readonly isKept?: boolean };

/** A file as a visitor chooses it from their machine. */
export type ChosenFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** What a visitor is made of. */
export type VisitorParts = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly address: string;
  readonly hasScript: boolean;
  readonly titles: Map<string, string>;
  readonly audited: Set<string>;
  readonly auditor: Auditor;
};

/** One person with one browser window. */
export class Visitor {
  readonly page: Page;
  readonly hasScript: boolean;
  readonly #parts: VisitorParts;
  readonly #problems: string[];

  constructor(parts: VisitorParts) {
    this.#parts = parts;
    this.page = parts.page;
    this.hasScript = parts.hasScript;
    this.#problems = problemsOf(parts.page, parts.address);
  }

  /** The path where the visitor is now, with what was asked for. */
  get path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** Types an address of the service; a path alone stays with the council where the visitor is. */
  async opens(address: string, expecting: Expecting = {}): Promise<void> {
    const here = this.page.url();
    const target = new URL(address, here.startsWith('http') ? here : this.#parts.address).href;
    const response = await this.page.goto(target, { waitUntil: 'load' });
    await this.#arrives(response, expecting);
  }

  /** Follows a link by its words. Links with the same words must lead to the same place. */
  async follows(words: string, expecting: Expecting = {}): Promise<void> {
    const links = this.page.getByRole('link', { name: words, exact: true });
    const places = new Set<string | null>();
    for (const link of await links.all()) places.add(await link.getAttribute('href'));
    assert.equal(places.size, 1, `${places.size} places for links that say "${words}" on ${this.path}`);
    await this.#goesBy(links.first(), expecting);
  }

  /** Follows a link of the navigation, which a phone with script keeps folded behind a button. */
  async followsInMenu(words: string): Promise<void> {
    const menu = this.page.getByRole('button', { name: 'Menu', exact: true });
    if (await menu.isVisible()) await menu.click();
    const link = this.page
      .locator('.govuk-service-navigation')
      .getByRole('link', { name: words, exact: true });
    await this.#goesBy(link, {});
  }

  /** Presses a button, or a link that looks like one. A form that comes back with what was wrong is expected too. */
  async presses(words: string | RegExp, expecting: Expecting = {}): Promise<void> {
    const button = this.page.getByRole('button', { name: words, exact: true });
    const target =
      (await button.count()) > 0 ? button : this.page.getByRole('link', { name: words, exact: true });
    await this.#goesBy(target, expecting, [200, 422]);
  }

  /** Does something else that leads to another page: the back button, a key. */
  async comesBy(doing: () => Promise<unknown>, expecting: Expecting = {}): Promise<void> {
    await this.#comesBy(doing, expecting);
  }

  /** Presses Tab until this has the focus, and sees where the focus is at each step. */
  async tabsTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 120; presses++) {
      await this.page.keyboard.press('Tab');
      const focused = this.page.locator(':focus');
      if ((await focused.count()) === 0) continue;
      const box = await focused.boundingBox();
      assert.ok(box !== null && box.width > 0 && box.height > 0, `the focus is hidden on ${this.path}`);
      if (await target.evaluate((one) => one === one.ownerDocument.activeElement)) return;
    }
    throw new Error(`120 presses of Tab do not come to ${target} on ${this.path}`);
  }

  /** Becomes somebody of the demonstration, by name. */
  async signsInAs(name: string): Promise<void> {
    await this.opens('/demonstration/sign-in');
    await this.presses(new RegExp(`^Be ${RegExp.escape(name)}\\b`));
  }

  /** Chooses one or more answers by their labels; `of` names the question where the answer stands in several. */
  async chooses(answers: string | readonly string[], question: { readonly of?: string } = {}): Promise<void> {
    const { of } = question;
    if (of !== undefined) {
      const list = this.page.getByRole('combobox', { name: of, exact: true });
      if ((await list.count()) > 0) {
        await list.selectOption([answers].flat().map((label) => ({ label })));
        return;
      }
    }
    const place = of === undefined ? this.page : this.page.getByRole('group', { name: of, exact: true });
    for (const answer of [answers].flat()) await place.getByLabel(answer, { exact: true }).check();
  }

  /** Takes a tick away. */
  async unticks(answer: string): Promise<void> {
    await this.page.getByLabel(answer, { exact: true }).uncheck();
  }

  /** Types into fields by their labels; a date goes into the three boxes of its question. */
  async types(values: Readonly<Record<string, string | number | Temporal.PlainDate>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      if (typeof value === 'object') await this.#typesDate(label, value);
      else await this.page.getByLabel(label, { exact: true }).fill(String(value));
    }
  }

  /** Chooses files for a field, by its label: made up ones, or one of this machine by its path. */
  async attaches(label: string, files: string | ChosenFile | readonly ChosenFile[]): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.setInputFiles(typeof files === 'string' ? files : [files].flat());
  }

  /** Follows a link that gives a file, and gives what came. */
  async downloads(words: string): Promise<{ readonly name: string; readonly path: string }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: words, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), path: await download.path() };
  }

  /** Reads these words on the page, as they are shown. */
  async sees(...texts: readonly string[]): Promise<void> {
    const shown = await this.reads();
    for (const text of texts) {
      assert.ok(
        shown.includes(text),
        `"${text}" is not on ${this.path}, which says: ${shown.slice(0, 2_000)}`,
      );
    }
  }

  /** Does not find these words on the page. */
  async doesNotSee(...texts: readonly string[]): Promise<void> {
    const shown = await this.reads();
    for (const text of texts) assert.ok(!shown.includes(text), `"${text}" is on ${this.path}`);
  }

  /** Reads the first heading. */
  async seesHeading(text: string): Promise<void> {
    assert.equal((await this.page.locator('h1').innerText()).replace(/\s+/g, ' ').trim(), text);
  }

  /** All the words that the page shows, with single spaces. */
  async reads(): Promise<string> {
    return (await this.page.evaluate<string>('document.body.innerText')).replace(/\s+/g, ' ');
  }

  /** Keeps a picture of the whole page where DAYBREAK_SCREENSHOTS names a folder. */
  async screenshot(name: string): Promise<void> {
    const folder = process.env.DAYBREAK_SCREENSHOTS;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const kind = `${this.page.viewportSize()?.width ?? 0}${this.hasScript ? '' : '-no-script'}`;
    await this.page.screenshot({ path: path.join(folder, `${name}-${kind}.png`), fullPage: true });
  }

  /** Closes the window. Throws what the browser complained of since the last page. */
  async leaves(): Promise<void> {
    await this.#parts.context.close();
    assert.deepEqual(this.#problems, []);
  }

  async #typesDate(question: string, date: Temporal.PlainDate): Promise<void> {
    const group = this.page.getByRole('group', { name: question, exact: true });
    for (const [label, value] of Object.entries({ Day: date.day, Month: date.month, Year: date.year })) {
      await group.getByLabel(label, { exact: true }).fill(String(value));
    }
  }

  async #goesBy(target: Locator, expecting: Expecting, usual?: readonly number[]): Promise<void> {
    await this.#comesBy(() => target.click(), expecting, usual);
  }

  async #comesBy(
    doing: () => Promise<unknown>,
    expecting: Expecting,
    usual?: readonly number[],
  ): Promise<void> {
    const isOfPage = (response: Response) =>
      response.request().isNavigationRequest() &&
      response.frame() === this.page.mainFrame() &&
      !(response.status() >= 300 && response.status() < 400);
    const [response] = await Promise.all([
      this.page.waitForResponse(isOfPage),
      this.page.waitForEvent('load'),
      doing(),
    ]).catch(async (error: unknown) => {
      throw new Error(
        `nothing came after ${this.path}, which says: ${(await this.reads().catch(() => 'nothing')).slice(0, 800)}`,
        {
          cause: error,
        },
      );
    });
    await this.#arrives(response, expecting, usual);
  }

  async #arrives(
    response: Response | null,
    { status: wanted, isKept = false }: Expecting,
    usual: readonly number[] = [200],
  ): Promise<void> {
    const status = response?.status() ?? 0;
    const statuses = wanted === undefined ? usual : [wanted];
    const { titles, audited, auditor, hasScript } = this.#parts;
    assert.ok(
      statuses.includes(status),
      `${this.path} answers ${status}, not ${statuses.join(' or ')}: ${(await this.reads()).slice(0, 800)}`,
    );
    await checkPage({
      page: this.page,
      status,
      hasErrors: status === 422 || isKept,
      hasScript,
      titles,
      audited,
      problems: this.#problems,
      auditable: () => (hasScript ? Promise.resolve(this.page) : auditor.copyOf(this.page)),
    });
  }
}
