// The checks of every page, on pages that are wrong in one way each: a check that never fails would prove nothing.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Auditor, auditor } from './auditor.ts';
import { noBrowserHere, startBrowser } from './browser.ts';
import { Visitor } from './visitor.ts';

type Example = {
  readonly title?: string;
  readonly language?: string;
  readonly main: string;
  readonly status?: number;
};

const good = '<h1>A page</h1><p>It says something.</p>';

/** A whole page round an example. Its script says that it ran, as Daybreak's own does. */
function document({ title = 'A page', language = 'en-GB', main }: Example): string {
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css">
</head><body><main>${main}</main><script type="module" src="/script.js"></script></body></html>`;
}

const files: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  '/style.css': {
    type: 'text/css',
    body: 'body{margin:8px} .wide{width:500px} .pale{color:#ccc} .card{position:relative} .over::after{content:"";position:absolute;inset:0}',
  },
  '/script.js': { type: 'text/javascript', body: "document.body.classList.add('js-enabled')" },
  '/fails.js': { type: 'text/javascript', body: "throw new Error('it fell over')" },
};

describe('Every page that a journey comes to is checked', { skip: noBrowserHere ?? false }, () => {
  let server: Server;
  let browser: Browser;
  let copies: Auditor;
  let shown: Example = { main: good };

  before(async () => {
    server = createServer((request, response) => {
      const file = files[request.url ?? ''];
      if (file === undefined && request.headers['sec-fetch-dest'] !== 'document') {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(file === undefined ? (shown.status ?? 200) : 200, {
        'content-type': `${file?.type ?? 'text/html'}; charset=utf-8`,
        'content-security-policy': "default-src 'self'",
      });
      response.end(file?.body ?? document(shown));
    }).listen(0, '127.0.0.1');
    browser = await startBrowser();
    copies = auditor(browser);
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  /** Opens the pages one after another, as /1, /two, /three …, and gives what was said to be wrong with the last. */
  async function wrongsOf(hasScript: boolean, ...examples: readonly Example[]): Promise<string> {
    const audited = new Set<string>();
    const context = await browser.newContext({
      javaScriptEnabled: hasScript,
      viewport: { width: 1280, height: 800 },
    });
    try {
      const visitor = new Visitor({
        context,
        page: await context.newPage(),
        address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        hasScript,
        titles: new Map(),
        audited,
        auditor: copies,
      });
      let wrongs = '';
      for (const [index, example] of examples.entries()) {
        shown = example;
        const visit = visitor.opens(`/${'abcdef'.charAt(index)}`, { status: example.status ?? 200 });
        wrongs = await visit.then(
          () => '',
          (error: unknown) => String(error),
        );
      }
      return wrongs;
    } finally {
      await context.close();
    }
  }

  const broken: readonly (readonly [string, RegExp, Example])[] = [
    ['no first heading', /0 first headings/, { main: '<p>Words</p>' }],
    ['two first headings', /2 first headings/, { main: '<h1>One</h1><h1>Two</h1>' }],
    ['an empty first heading', /first heading is empty/, { main: '<h1> </h1>' }],
    ['no title', /title is empty/, { title: '', main: good }],
    ['another language', /its language is "fr"/, { language: 'fr', main: good }],
    ['a field without a label', /a field without a label/, { main: `${good}<input name="a">` }],
    [
      'answers without a question',
      /a choice without a question/,
      {
        main: `${good}<label><input type="radio" name="a" value="1"> One</label><br><label><input type="radio" name="a" value="2"> Two</label>`,
      },
    ],
    ['an id twice', /an id that stands twice: one/, { main: `${good}<p id="one">a</p><p id="one">b</p>` }],
    [
      'a dead link within the page',
      /leads nowhere: gone/,
      { main: `${good}<p><a href="#gone">Down</a></p>` },
    ],
    ['an inline style', /inline style/, { main: `${good}<p style="color:red">Red</p>` }],
    ['an inline script', /inline script/, { main: `${good}<script>1</script>` }],
    [
      'a form without a token',
      /posts without a token/,
      { main: `${good}<form method="post"><button>Go</button></form>` },
    ],
    [
      'a picture that is not there',
      /gone\.png answered 404/,
      { main: `${good}<img src="gone.png" alt="A dog">` },
    ],
    [
      'a page too wide for a phone',
      /sideways: 5\d\d pixels on a screen of 320/,
      { main: `${good}<p class="wide">Wide</p>` },
    ],
    ['pale words', /color-contrast/, { main: `${good}<p class="pale">Pale</p>` }],
    [
      'buttons too small to hit',
      /target-size/,
      {
        main: `${good}<p><a href="/a">a</a> <a href="/b">b</a></p><button class="t">x</button><button class="t">y</button>`,
      },
    ],
    [
      'a link below another link',
      /a link or button that another one lies over: <a href="\/under"/,
      { main: `${good}<p class="card"><a href="/over" class="over">Over</a> <a href="/under">Under</a></p>` },
    ],
    ['a form that came back without a summary', /without an error summary/, { status: 422, main: good }],
    [
      'a summary on a page that is well',
      /an error summary, with status 200/,
      { main: `${good}<div class="govuk-error-summary">There is a problem</div>` },
    ],
    [
      'another site',
      /asked somebody else: http:\/\/example\.com/,
      { main: `${good}<img src="http://example.com/a.png" alt="A">` },
    ],
  ];

  for (const hasScript of [true, false]) {
    const words = hasScript ? 'with' : 'without';
    test(`a good page passes ${words} script`, async () => {
      assert.equal(await wrongsOf(hasScript, { main: good }), '');
    });
    for (const [name, wanted, example] of broken) {
      test(`${name} is seen ${words} script`, async () => {
        assert.match(await wrongsOf(hasScript, example), wanted);
      });
    }
    test(`two pages with one title are seen ${words} script`, async () => {
      assert.match(await wrongsOf(hasScript, { main: good }, { main: good }), /is also the title of \/a/);
    });
  }

  test('a page that is as wrong as before is said to be wrong again', async () => {
    const pale = { main: `${good}<p class="pale">Pale</p>` };
    assert.match(await wrongsOf(true, pale, pale), /color-contrast/);
    assert.match(await wrongsOf(true, { main: good }, { ...pale, title: 'Another' }), /color-contrast/);
  });

  test('a script that fails is seen', async () => {
    const main = `${good}<script type="module" src="/fails.js"></script>`;
    assert.match(await wrongsOf(true, { main }), /a script failed: it fell over/);
  });
});
