import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { after, test } from 'node:test';
import { newId } from '#kernel/id.ts';
import { type Message, messageSender, type NotifyConfig } from './index.ts';

const serviceId = randomUUID();
const secret = randomUUID();
const apiKey = `a-council-${serviceId}-${secret}`;

type Asked = { readonly path: string; readonly body: unknown };

const servers: Server[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Whether a token is one that Notify takes: HS256 under the key's secret, from the key's service, made just now. */
function isGoodToken(authorization: string): boolean {
  const [header = '', claims = '', signature] = authorization.replace(/^Bearer /, '').split('.');
  const wanted = createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url');
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const seconds = Temporal.Now.instant().epochMilliseconds / 1000;
  const algorithm = JSON.parse(Buffer.from(header, 'base64url').toString()).alg;
  return (
    signature === wanted &&
    said.iss === serviceId &&
    Math.abs(said.iat - seconds) < 30 &&
    algorithm === 'HS256'
  );
}

/** Notify on the loopback: checks the token as it does, then answers with `status` (`silent` never answers). */
async function aNotify(status: number | 'silent') {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const answer = (code: number) => {
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ status_code: code, errors: [{ error: 'E', message: 'sam@family.example' }] }),
      );
    };
    if (!isGoodToken(request.headers.authorization ?? '')) return answer(403);
    asked.push({ path: `${request.method} ${request.url}`, body: JSON.parse(text) });
    if (status !== 'silent') answer(status);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { baseUrl: `http://127.0.0.1:${address.port}`, asked };
}

const message: Message = {
  id: newId(),
  to: 'sam@family.example',
  subject: 'A night is offered',
  text: 'Hello Sam,\n\nA night is offered.',
  kind: 'stay-offered',
  reference: 'SB-7K3P-9QXM',
};

async function send(baseUrl: string, more: Partial<NotifyConfig> = {}, what = message) {
  const settings = { apiKey, emailTemplateId: 'email-template', timeoutMilliseconds: 500, ...more };
  return messageSender({ by: 'notify', baseUrl, ...settings }).send(what);
}

test('an e-mail goes to Notify with its words, its reference and a good token', async () => {
  const { baseUrl, asked } = await aNotify(201);
  assert.deepEqual(await send(baseUrl), { outcome: 'sent' });
  assert.deepEqual(asked, [
    {
      path: 'POST /v2/notifications/email',
      body: {
        template_id: 'email-template',
        email_address: 'sam@family.example',
        personalisation: { subject: message.subject, text: message.text },
        reference: message.id,
      },
    },
  ]);
});

test('a text message goes to Notify where there is a template for it', async () => {
  const { baseUrl, asked } = await aNotify(201);
  const text = { ...message, to: '07700 900 123' };
  assert.deepEqual(await send(baseUrl, {}, text), {
    outcome: 'never',
    problem: 'text-messages-not-configured',
  });
  assert.deepEqual(await send(baseUrl, { textTemplateId: 'text-template' }, text), { outcome: 'sent' });
  assert.deepEqual(asked, [
    {
      path: 'POST /v2/notifications/sms',
      body: {
        template_id: 'text-template',
        phone_number: '07700900123',
        personalisation: { text: message.text },
        reference: message.id,
      },
    },
  ]);
});

test('what Notify will not take is never tried again; what may pass is', async () => {
  for (const [status, outcome] of [
    [400, 'never'],
    [429, 'try-again'],
    [500, 'try-again'],
    [503, 'try-again'],
  ] as const) {
    const { baseUrl } = await aNotify(status);
    assert.deepEqual(await send(baseUrl), { outcome, problem: `notify-${status}` });
  }
});

test('a wrong key is the operator’s to mend, and the message waits', async () => {
  const { baseUrl, asked } = await aNotify(201);
  const wrong = await send(baseUrl, { apiKey: `a-council-${serviceId}-${randomUUID()}` });
  assert.deepEqual(wrong, { outcome: 'try-again', problem: 'notify-403' });
  assert.deepEqual(asked, []);
});

test('no answer is no sending', async () => {
  const { baseUrl } = await aNotify('silent');
  assert.deepEqual(await send(baseUrl), { outcome: 'try-again', problem: 'notify-no-answer' });
  assert.deepEqual(await send('http://127.0.0.1:1'), { outcome: 'try-again', problem: 'notify-no-answer' });
});

test('an address that is not one never leaves', async () => {
  const { baseUrl, asked } = await aNotify(201);
  const wrong = await send(baseUrl, {}, { ...message, to: 'Sam <sam@family.example>' });
  assert.deepEqual(wrong, { outcome: 'never', problem: 'address-unusable' });
  assert.deepEqual(asked, []);
});
