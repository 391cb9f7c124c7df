// Where a page has no script, the accessibility engine cannot run in it either: its timers never ring. So what the
// visitor sees is shown once more in a page that may run scripts, without the page's own.
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Shows copies of pages. `copyOf` gives the copy of what stands in the page now; `close` ends it. */
export type Auditor = { copyOf(page: Page): Promise<Page>; close(): Promise<void> };

/** Gives an auditor. Its window opens when it is first asked for. */
export function auditor(browser: Browser): Auditor {
  let opened: Promise<{ context: BrowserContext; page: Page }> | undefined;
  let shown = '';
  async function open() {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(
      () => true,
      async (route) => {
        const isDocument = route.request().isNavigationRequest();
        await (isDocument ? route.fulfill({ contentType: 'text/html', body: shown }) : route.continue());
      },
    );
    return { context, page };
  }
  return {
    async copyOf(page) {
      opened ??= open();
      const copy = (await opened).page;
      shown = withoutScripts(await page.content());
      const size = page.viewportSize();
      if (size !== null) await copy.setViewportSize(size);
      await copy.goto(page.url(), { waitUntil: 'load' });
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
