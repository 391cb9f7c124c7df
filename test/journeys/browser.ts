// Chromium from a package: nothing is downloaded when the tests run, and nothing need be installed on the machine.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const project = path.join(import.meta.dirname, '..', '..');

/** Why there is no browser for this machine, or null where there is one. The package holds Linux on Intel alone. */
export const noBrowserHere: string | null =
  process.platform === 'linux' && process.arch === 'x64'
    ? null
    : `the browser of these tests runs on Linux x64, and this is ${process.platform} ${process.arch}`;

/** What keeps Chromium from calling anybody: the tests speak to this machine alone. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
];

/** Starts the browser. Throws, with what to do, where the package is missing or does not run. */
export async function startBrowser(): Promise<Browser> {
  const folder = await unpacked();
  const launch = (libraries: Record<string, string>) =>
    chromium.launch({
      executablePath: path.join(folder, 'chromium'),
      // The sandbox of Chromium refuses to work for root, which is who runs in most containers.
      args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
      env: { ...environment(), FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), ...libraries },
      timeout: 60_000,
    });
  try {
    return await launch({});
  } catch {
    // A machine without the NSS libraries: the package brings them along.
    return await launch({ LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') });
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * The folder that holds the unpacked browser: one for each version of the package and each user. It is made under
 * another name and then moved, so that of several test files that begin at once none finds half a browser.
 */
async function unpacked(): Promise<string> {
  const version = packageVersion();
  const folder = path.join(tmpdir(), `daybreak-chromium-${version}-${userInfo().uid}`);
  if (existsSync(path.join(folder, 'fonts.conf'))) return folder;
  const making = await mkdtemp(`${folder}-`);
  await unpackInto(making);
  await writeFile(path.join(making, 'fonts.conf'), fontsConfiguration(folder));
  try {
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(path.join(folder, 'fonts.conf'))) throw error;
  }
  return folder;
}

function packageVersion(): string {
  try {
    const file = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..', 'package.json');
    return z.object({ version: z.string() }).parse(require(file)).version;
  } catch (error) {
    throw new Error(
      'The browser of these tests is not installed. Run `npm ci` (with its development packages) first.',
      { cause: error },
    );
  }
}

/** The package unpacks into the temporary folder of its process, and its libraries on one platform only. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const words = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', words], {
    cwd: project,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
}

/** The package's own fonts and no others, so that a page looks the same on every machine. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
