import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { newId } from '#kernel/id.ts';
import { type Message, messageSender, type SendOutcome, type SmtpConfig } from './index.ts';

type Received = { readonly from: string; readonly to: string[]; readonly data: string };

const servers: SMTPServer[] = [];
after(() => Promise.all(servers.map((server) => new Promise((done) => server.close(() => done(undefined))))));

async function aServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    logger: false,
    onData(stream: Readable, session, done) {
      stream.toArray().then((chunks) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((recipient) => recipient.address),
          data: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      }, done);
    },
    ...options,
  });
  servers.push(server);
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  assert.ok(address !== null && typeof address === 'object');
  return { port: address.port, received };
}

function refusing(code: number) {
  return (_: unknown, __: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error('<sam@family.example>: no'), { responseCode: code }));
}

const message: Message = {
  id: newId(),
  to: 'sam@family.example',
  subject: 'A night is\r\nBcc: all@family.example\r\noffered',
  text: 'Hello Sam,\n\nA night is offered. Answer at https://daybreak.example/offers/1.',
  kind: 'stay-offered',
  reference: 'SB-7K3P-9QXM',
};

async function send(port: number, more: Partial<SmtpConfig> = {}, what = message): Promise<SendOutcome> {
  return messageSender({
    by: 'smtp',
    host: '127.0.0.1',
    port,
    encryption: 'never',
    from: { name: 'Daybreak, Exeshire', address: 'shortbreaks@exeshire.example' },
    timeoutMilliseconds: 2000,
    ...more,
  }).send(what);
}

test('a message arrives whole: one person, both parts, the same Message-ID each time', async () => {
  const { port, received } = await aServer();
  assert.deepEqual(await send(port), { outcome: 'sent' });
  assert.deepEqual(await send(port), { outcome: 'sent' });
  const [first, second] = received;
  assert.ok(first && second);
  assert.equal(first.from, 'shortbreaks@exeshire.example');
  assert.deepEqual(first.to, ['sam@family.example']);
  const headers = first.data.slice(0, first.data.indexOf('\r\n\r\n'));
  assert.match(headers, /^To: sam@family.example$/im);
  assert.doesNotMatch(headers, /^Bcc:/im);
  assert.match(headers, /^Subject: A night is Bcc: all@family.example offered$/m);
  assert.match(headers, /^Auto-Submitted: auto-generated$/im);
  assert.match(headers, /^X-Daybreak-Reference: SB-7K3P-9QXM$/im);
  assert.match(first.data, /text\/plain/);
  assert.match(first.data, /<a\s[^>]*href=(3D)?"https:\/\/daybreak\.example\/offers\/1"/);
  const idOf = (received: Received) => /^Message-ID: <(.*)>/im.exec(received.data)?.[1];
  assert.equal(idOf(first), `${message.id}@exeshire.example`);
  assert.equal(idOf(second), idOf(first));
});

test('signing in works without encryption where the council says so, and a wrong password may be mended', async () => {
  const { port, received } = await aServer({
    authOptional: false,
    onAuth(auth, _session, done) {
      const right = auth.username === 'daybreak' && auth.password === 'right';
      return right ? done(null, { user: 'daybreak' }) : done(new Error('no'));
    },
  });
  assert.deepEqual(await send(port, { user: 'daybreak', password: 'right' }), { outcome: 'sent' });
  assert.equal(received.length, 1);
  assert.deepEqual(await send(port, { user: 'daybreak', password: 'wrong' }), {
    outcome: 'try-again',
    problem: 'smtp-sign-in-refused',
  });
});

test('a server without encryption gets no password where encryption is required', async () => {
  let asked = false;
  const { port } = await aServer({
    authOptional: false,
    onAuth(_auth, _session, done) {
      asked = true;
      done(null, { user: 'daybreak' });
    },
  });
  const outcome = await send(port, { encryption: 'required', user: 'daybreak', password: 'right' });
  assert.equal(outcome.outcome, 'try-again');
  assert.equal(asked, false);
});

test('4xx may pass, 5xx will not, and the problem does not repeat the address', async () => {
  for (const [code, expected] of [
    [450, 'try-again'],
    [421, 'try-again'],
    [550, 'never'],
    [553, 'never'],
  ] as const) {
    const { port } = await aServer({ onRcptTo: refusing(code) });
    assert.deepEqual(await send(port), { outcome: expected, problem: `smtp-${code}` });
  }
  const full = await aServer({
    onData: (stream, session, done) => stream.resume().on('end', () => refusing(452)(stream, session, done)),
  });
  assert.deepEqual(await send(full.port), { outcome: 'try-again', problem: 'smtp-452' });
});

test('a server that is away may come back', async () => {
  const outcome = await send(1);
  assert.equal(outcome.outcome, 'try-again');
});

test('what no mail server could send is never tried', async () => {
  const { port, received } = await aServer();
  const several = { ...message, to: 'a@family.example, b@family.example' };
  assert.deepEqual(await send(port, {}, several), { outcome: 'never', problem: 'address-unusable' });
  const text = { ...message, to: '07700 900123' };
  assert.deepEqual(await send(port, {}, text), { outcome: 'never', problem: 'text-messages-not-configured' });
  assert.equal(received.length, 0);
});

test('the outbox keeps each message and sends nothing', async () => {
  const kept: Message[] = [];
  const outbox = messageSender({ by: 'outbox', keep: (one) => void kept.push(one) });
  assert.deepEqual(await outbox.send(message), { outcome: 'sent' });
  assert.deepEqual(kept, [message]);
});
