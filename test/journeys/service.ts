// Daybreak itself, in this process, on a data folder of its own: each file of journeys begins with what a first start
// leaves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '#kernel/clock.ts';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/main.ts';
import { onlyCouncils } from '../authorities.ts';
import { putPreparedData } from './prepared-data.ts';

/** A Daybreak that serves on the loopback, with its demonstration on. `close` stops it and removes its data. */
export type Service = { readonly running: Running; readonly address: string; close(): Promise<void> };

type Options = {
  readonly clock?: Clock;
  readonly databaseUrl?: string;
  /** The folder of authorities; Medway alone unless told otherwise, so that this machine's address is Medway's. */
  readonly authorities?: string;
};

/** Starts Daybreak with the embedded database, or with the server that `databaseUrl` names. */
export async function startService(options: Options = {}): Promise<Service> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daybreak-journey-'));
  const data = path.join(folder, 'data');
  try {
    if (options.databaseUrl === undefined && options.authorities === undefined)
      await putPreparedData(data, startFirst);
    const running = await run(data, options);
    return {
      running,
      address: running.address,
      async close() {
        await running.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The first start on a machine, and its orderly end. */
async function startFirst(data: string): Promise<void> {
  await (await run(data, {})).close();
}

async function run(data: string, options: Options): Promise<Running> {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DAYBREAK_DATA: data,
    DAYBREAK_AUTHORITIES: options.authorities ?? onlyCouncils('medway'),
    DAYBREAK_DEMONSTRATION: 'on',
    LOG_LEVEL: 'silent',
    ...(options.databaseUrl === undefined
      ? {}
      : { DATABASE_URL: options.databaseUrl, DAYBREAK_SECRET: Buffer.alloc(32, 7).toString('base64') }),
  });
  if (!config.ok) throw new Error(config.message);
  const running = await start({
    config: config.value,
    progress: () => {},
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  await untilReady(running.address);
  return running;
}

/** Waits, as a load balancer does, until the service says that it is ready. */
async function untilReady(address: string): Promise<void> {
  const end = performance.now() + 30_000;
  while ((await fetch(`${address}/health/ready`)).status !== 200) {
    if (performance.now() > end) throw new Error('The service started, and was not ready after 30 seconds.');
    await delay(100);
  }
}
