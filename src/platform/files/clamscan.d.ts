/** The part of the `clamscan` package that is used here; the package ships no types. */
declare module 'clamscan' {
  import type { Readable } from 'node:stream';

  export type ClamOptions = {
    readonly preference: 'clamdscan';
    readonly clamscan: { readonly active: boolean };
    readonly clamdscan: {
      readonly host?: string;
      readonly port?: number;
      readonly socket?: string;
      readonly timeout: number;
      readonly localFallback: boolean;
      readonly bypassTest: boolean;
    };
  };

  /** `isInfected` is `null` when the daemon gave neither of its two answers. */
  export type ScanResult = { readonly isInfected: boolean | null; readonly viruses: readonly string[] };

  class NodeClam {
    init(options: ClamOptions): Promise<NodeClam>;
    scanStream(stream: Readable): Promise<ScanResult>;
  }
  export = NodeClam;
}
