import type { Authority } from '#platform/authorities/index.ts';
import type { Surroundings } from './asking.ts';
import type { Route } from './route.ts';

/** Everything that a server is made of. */
export type ServerParts = Surroundings & {
  readonly authorities: readonly Authority[];
  readonly routes: readonly Route[];
  readonly origin: string | null;
  readonly trustProxy: boolean;
  readonly maxUploadBytes: number;
  readonly logLevel: string;
  readonly metricsToken: string | null;
  /** Key for signing cookies. */
  readonly cookieKey: Buffer;
};
