import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { systemClock } from '#kernel/clock.ts';
import { verifyAuditChain } from '#platform/audit/index.ts';
import { readConfig } from '../src/config.ts';
import { type Opened, open, surroundingsOf } from '../src/main.ts';
import { routes } from '../src/modules.ts';
import { onlyCouncils } from '../test/authorities.ts';
import { loadDemonstration } from './load-demonstration.ts';

let folder: string;
let opened: Opened;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'daybreak-demonstration-'));
  const config = readConfig({
    DAYBREAK_DATA: path.join(folder, 'data'),
    DAYBREAK_AUTHORITIES: onlyCouncils('medway'),
    LOG_LEVEL: 'silent',
  });
  if (!config.ok) throw new Error(config.message);
  opened = await open(config.value, () => {});
});
after(async () => {
  await opened.database.close();
  await rm(folder, { recursive: true, force: true });
});

function load(cutOffAfter = Number.POSITIVE_INFINITY): Promise<void> {
  const around = surroundingsOf(opened, systemClock);
  let forms = 0;
  const database: Opened['database'] = {
    ...opened.database,
    transaction(scope, work) {
      forms += 1;
      if (forms > cutOffAfter) throw new Error('cut off');
      return opened.database.transaction(scope, work);
    },
  };
  return loadDemonstration({
    ...opened,
    database,
    around: { ...around, database },
    routes,
    progress: () => {},
  });
}

function counts() {
  const authorityId = opened.authorities[0]?.id ?? '';
  return opened.database.transaction(
    { authorityId, standing: 'system', readOnly: true },
    async (transaction) => {
      const sent = await transaction
        .selectFrom('applications')
        .select(['child_id', 'state'])
        .where('state', '<>', 'draft')
        .execute();
      const awards = await transaction.selectFrom('awards').select('amount_pence').execute();
      const entries = await transaction.selectFrom('ledger_entries').select('amount_pence').execute();
      return { sent, awards, entries };
    },
  );
}

test('a start that is cut off in the middle is taken up by the next, and a third adds nothing', async () => {
  await assert.rejects(() => load(200), /cut off/);
  const begun = await counts();
  assert.ok(
    begun.sent.length > 2 && begun.sent.length < 20,
    `${begun.sent.length} were sent before it was cut off`,
  );
  await load();
  const whole = await counts();
  assert.equal(whole.sent.length, 23);
  assert.equal(new Set(whole.sent.map((application) => application.child_id)).size, 23);
  assert.equal(whole.awards.length, 9);
  assert.deepEqual(
    whole.entries.map((entry) => entry.amount_pence).sort(),
    whole.awards.map((award) => award.amount_pence).sort(),
  );
  await load();
  assert.deepEqual(await counts(), whole);
  const chain = await verifyAuditChain(opened.database, opened.authorities[0]?.id ?? '');
  assert.equal(chain.problem, null);
});
