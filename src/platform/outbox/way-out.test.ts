import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { readMailServer, wayOut } from './way-out.ts';

const from = 'Short breaks <breaks@example.org>';
const message = {
  id: '1',
  to: 'amira@council.gov.uk',
  subject: 'Hello',
  text: 'Hello Amira',
  kind: 'test',
  reference: '',
};

test('a mail server is read from its address', () => {
  const read = (url: string, sender = from) => {
    const result = readMailServer({ url, from: sender });
    return result.ok ? result.value : result.message;
  };
  const sender = { name: 'Short breaks', address: 'breaks@example.org' };
  assert.deepEqual(read('smtps://user:p%40ss@mail.example.org'), {
    ...{ host: 'mail.example.org', port: 465, encryption: 'from-the-start', user: 'user', password: 'p@ss' },
    from: sender,
  });
  assert.deepEqual(read('smtp://mail.example.org:2525?encryption=never', 'breaks@example.org'), {
    ...{ host: 'mail.example.org', port: 2525, encryption: 'never' },
    from: { name: '', address: 'breaks@example.org' },
  });
  assert.deepEqual(read('smtp://mail.example.org'), {
    ...{ host: 'mail.example.org', port: 587, encryption: 'required' },
    from: sender,
  });
  for (const url of ['https://mail.example.org', 'smtp://mail.example.org?encryption=none'])
    assert.match(String(read(url)), /^SMTP_URL must be like/);
  for (const nobody of ['Short breaks', 'a@b, c@d', ''])
    assert.match(String(read('smtp://mail.example.org', nobody)), /^MAIL_FROM must be/);
});

test('with a mail server set, messages leave by it, but not to people whom a demonstration has made up', async () => {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  assert.ok(address !== null && typeof address === 'object');
  const url = `smtp://127.0.0.1:${address.port}?encryption=never`;
  const sender = wayOut({ notify: null, smtp: { url, from }, isDemonstration: true });
  assert.ok(sender.ok);
  assert.deepEqual(await sender.value.send(message), { outcome: 'sent' });
  for (const to of ['amira@example.org', 'Joe@mail.example.com', 'grace@family.test', 'tom@a.example'])
    assert.deepEqual(await sender.value.send({ ...message, to }), { outcome: 'sent' });
  const ordinary = wayOut({ notify: null, smtp: { url, from }, isDemonstration: false });
  assert.ok(ordinary.ok);
  await ordinary.value.send({ ...message, to: 'zayn@example.org' });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  assert.equal(mails.length, 2, 'nothing goes to the made-up people of a demonstration');
  assert.match(mails[0] ?? '', /From: Short breaks <breaks@example\.org>/);
  assert.match(mails[0] ?? '', /To: amira@council\.gov\.uk/);
  assert.match(mails[1] ?? '', /To: zayn@example\.org/);
});

test('without a way out, a demonstration keeps messages and an ordinary service says what is missing', async () => {
  const none = { notify: null, smtp: null };
  const demonstration = wayOut({ ...none, isDemonstration: true });
  const ordinary = wayOut({ ...none, isDemonstration: false });
  assert.ok(demonstration.ok && ordinary.ok);
  assert.deepEqual(await demonstration.value.send(message), { outcome: 'sent' });
  assert.deepEqual(await ordinary.value.send(message), {
    outcome: 'try-again',
    problem: 'no-way-out-configured',
  });
});
