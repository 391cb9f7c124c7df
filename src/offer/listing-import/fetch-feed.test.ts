import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fetchFeed } from './fetch-feed.ts';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

const answers = new Map<string, Answering>();
let elsewhereAsked = 0;
let council: Server;
let elsewhere: Server;
let address = '';
let addressElsewhere = '';

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
const page = (services: readonly unknown[]) =>
  JSON.stringify({ total_pages: 1, page_number: 1, contents: services });

before(async () => {
  council = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  elsewhere = createServer((_request, response) => {
    elsewhereAsked += 1;
    response.end(page([{ id: 'secret', name: 'What only this machine may see' }]));
  });
  await Promise.all([listening(council), listening(elsewhere)]);
  address = `http://127.0.0.1:${portOf(council)}`;
  addressElsewhere = `http://127.0.0.1:${portOf(elsewhere)}/admin`;
});
after(() => {
  council.closeAllConnections();
  council.close();
  elsewhere.close();
});

async function refusalOf(path: string): Promise<string> {
  const fetched = await fetchFeed(`${address}${path}`);
  assert.ok(!fetched.ok, 'it was taken');
  return fetched.message;
}

test('a feed that sends us to another place is not followed there', async () => {
  answers.set('/away', (_request, response) => response.writeHead(302, { location: addressElsewhere }).end());
  assert.match(await refusalOf('/away'), /sends us to another place, 127\.0\.0\.1:\d+.*feeds\.yaml/);
  assert.equal(elsewhereAsked, 0, 'nobody else was asked');
});

test('a feed that has moved within its own place is followed, and one that goes round is not', async () => {
  answers.set('/old', (_request, response) => response.writeHead(301, { location: '/new?v=3' }).end());
  answers.set('/new?v=3', (_request, response) => response.end(page([{ id: 'a', name: 'A' }])));
  const fetched = await fetchFeed(`${address}/old`);
  assert.ok(fetched.ok);
  assert.equal(fetched.value.services.length, 1);
  answers.set('/round', (_request, response) => response.writeHead(302, { location: '/round' }).end());
  assert.match(await refusalOf('/round'), /sends us round/);
});

test('a feed without end, and one that unpacks without end, are left off', async () => {
  answers.set('/endless', (_request, response) => {
    const line = Buffer.alloc(1_000_000, 32);
    const more = () => {
      while (!response.destroyed && response.write(line));
      response.once('drain', more);
    };
    more();
  });
  assert.match(await refusalOf('/endless'), /larger than 20MB/);
  const bomb = gzipSync(Buffer.alloc(200_000_000, 32));
  assert.ok(bomb.length < 500_000, `${bomb.length} bytes`);
  answers.set('/bomb', (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  );
  assert.match(await refusalOf('/bomb'), /larger than 20MB/);
});

test('a page in place of a feed, and a feed that is nested without end, are refused with the place', async () => {
  answers.set('/page', (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>'),
  );
  assert.match(await refusalOf('/page'), /A web page answers where the feed should be/);
  const deep = `{"contents": [${'['.repeat(100_000)}${']'.repeat(100_000)}]}`;
  answers.set('/deep', (_request, response) => response.end(deep));
  assert.match(await refusalOf('/deep'), /nested/);
  answers.set('/many', (_request, response) => response.end(`[${'1,'.repeat(5_000_000)}1]`));
  assert.match(await refusalOf('/many'), /more than 20,000 services/);
});

test('a feed that drips page after page is left off when its time in all is over', async () => {
  let asked = 0;
  const drip = async () => {
    asked += 1;
    return new Response(JSON.stringify({ total_pages: 400, page_number: asked, contents: [] }));
  };
  let seconds = 0;
  const fetched = await fetchFeed('https://slow.example.org/services', {
    ask: drip,
    elapsed: () => {
      seconds += 10;
      return seconds * 1000;
    },
  });
  assert.ok(!fetched.ok);
  assert.match(fetched.message, /took longer than 5 minutes/);
  assert.ok(asked < 40, `${asked} pages were asked for`);
});
