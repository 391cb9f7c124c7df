// Puts load on one address from a process of its own, so that making requests and answering them do not share a core.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const autocannon = path.join(path.dirname(require.resolve('autocannon/package.json')), 'autocannon.js');

/** What one stretch of load gave. */
export type Load = {
  readonly requestsASecond: number;
  readonly requests: number;
  /** Milliseconds within which half, and 99 of 100, of the answers came. */
  readonly half: number;
  readonly ninetyNine: number;
};

const result = z.object({
  requests: z.object({ average: z.number(), total: z.number().positive() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  non2xx: z.number(),
  errors: z.number(),
  timeouts: z.number(),
});

/** Whether processes can be held to one core each here. */
const pins = process.platform === 'linux' && existsSync('/usr/bin/taskset');

/** The words before a command that hold it to a core; none where that cannot be done. */
export function onCore(core: number): readonly string[] {
  return pins ? ['/usr/bin/taskset', '--cpu-list', String(core)] : [];
}

/** Asks for `url` over `connections` connections for so many seconds. Throws when an answer was not a success. */
export async function load(options: {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  readonly core: number;
  readonly headers?: Readonly<Record<string, string>>;
}): Promise<Load> {
  const { url, seconds, connections, core, headers = {} } = options;
  const [program = '', ...words] = [
    ...onCore(core),
    process.execPath,
    autocannon,
    ...['--json', '--connections', String(connections), '--duration', String(seconds)],
    ...Object.entries(headers).flatMap(([name, value]) => ['--headers', `${name}=${value}`]),
    url,
  ];
  const { stdout } = await promisify(execFile)(program, words, {
    timeout: (seconds + 30) * 1_000,
    maxBuffer: 4_194_304,
  });
  const { requests, latency, non2xx, errors, timeouts } = result.parse(JSON.parse(stdout));
  if (non2xx + errors + timeouts > 0) {
    throw new Error(
      `${url}: ${non2xx} answers were no success, ${errors} failed, ${timeouts} took too long.`,
    );
  }
  return {
    requestsASecond: requests.average,
    requests: requests.total,
    half: latency.p50,
    ninetyNine: latency.p99,
  };
}
