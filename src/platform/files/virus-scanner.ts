import { Readable } from 'node:stream';
import NodeClam from 'clamscan';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';

/** Where the ClamAV daemon listens: a host and port, or a socket in the file system. */
export type ClamAddress = { readonly host: string; readonly port: number } | { readonly socket: string };

export type ScannerConfig = {
  readonly address: ClamAddress;
  /** How long one scan may take, in milliseconds; thirty seconds unless told otherwise. */
  readonly timeoutMilliseconds?: number;
};

/** Looks for viruses. `not-configured` is a success: whether that may be is for the operator's check to say. */
export type VirusScanner = {
  scan(bytes: Uint8Array): Promise<Result<'clean' | 'not-configured'>>;
};

const notScanned: Refusal = refusal(
  'file-not-scanned',
  'We could not check the selected file for viruses, so we have not kept it. Try again in a few minutes',
);

const infected: Refusal = refusal(
  'file-has-virus',
  'The selected file contains a virus, so we have not kept it. Check your device for viruses before you try again',
);

/**
 * Gives the scanner for a configuration. Without one nothing is scanned, and `scan` says so. With one, a
 * file is clean only when the daemon answered in so many words that it is: a daemon that is away, slow, cut
 * off or unclear leads to `file-not-scanned`, never to a pass.
 */
export function virusScanner(config: ScannerConfig | undefined): VirusScanner {
  if (config === undefined) return { scan: async () => success('not-configured') };
  const timeout = config.timeoutMilliseconds ?? 30_000;
  return {
    async scan(bytes) {
      const stream = Readable.from([Buffer.from(bytes)], { objectMode: false });
      try {
        const scanner = await new NodeClam().init({
          preference: 'clamdscan',
          clamscan: { active: false },
          clamdscan: { ...config.address, timeout, localFallback: false, bypassTest: true },
        });
        const result = await within(timeout, scanner.scanStream(stream));
        if (result?.isInfected === true) return infected;
        return result?.isInfected === false ? success('clean') : notScanned;
      } catch {
        return notScanned;
      } finally {
        stream.destroy();
      }
    },
  };
}

/** The package gives no answer at all when a connected daemon falls silent, so the time is kept here. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
