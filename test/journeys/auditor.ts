// Where a page has no script, the accessibility engine cannot run in it either: its timers never ring. So what the
// visitor sees is shown once more in a page that may run scripts, without the page's own.
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Shows copies of pages. `copyOf` gives the copy of what stands in the page now; `close` ends it. */
export type Auditor = { copyOf(page: Page): Promise<Page>; close(): Promise<void> };

/** Writes a whole document over the one that stands, and waits until it is there with its pictures and styles. */
const write = `(html) => new Promise((done) => {
  document.open();
  document.write(html);
  document.close();
  addEventListener('load', () => done(), { once: true });
})`;

/** Gives an auditor. Its window opens when it is first asked for, and stays: the engine is loaded into it once. */
export function auditor(browser: Browser): Auditor {
  let opened: Promise<{ context: BrowserContext; page: Page }> | undefined;
  async function open() {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(
      (url) => url.pathname === '/empty-page-for-copies',
      (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html>' }),
    );
    return { context, page };
  }
  return {
    async copyOf(page) {
      opened ??= open();
      const copy = (await opened).page;
      const { origin } = new URL(page.url());
      if (URL.parse(copy.url())?.origin !== origin) await copy.goto(`${origin}/empty-page-for-copies`);
      const size = page.viewportSize();
      if (size !== null) await copy.setViewportSize(size);
      await copy.evaluate(`(${write})(${JSON.stringify(withoutScripts(await page.content()))})`);
      return copy;
    },
    async close() {
      if (opened !== undefined) await (await opened).context.close();
    },
  };
}

/** Without script elements, and with what is shown only where there are none. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '').replace(/<\/?noscript\b[^>]*>/gi, '');
}
