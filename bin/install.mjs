import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LauncherRefusal, readJson } from './node-binary.mjs';

/**
 * Sees to it that node_modules holds what package-lock.json says, and installs with `npm ci` where it does not.
 * Refuses where npm is missing, has no connection, or fails.
 */
export async function ensureInstalled({ root, needsDevelopment, packagesNeeded }) {
  const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const stamp = path.join(root, 'node_modules', '.daybreak-installed');
  const mark = `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}`;
  const wanted = needsDevelopment ? `${mark} with development` : mark;
  const isStamped = existsSync(stamp) && readFileSync(stamp, 'utf8').startsWith(wanted);
  if (isStamped && packagesNeeded.every((name) => existsSync(path.join(root, 'node_modules', name)))) return;
  const lock = JSON.parse(lockText);
  const isThere = () => isInstalled({ root, lock, needsDevelopment, packagesNeeded });
  if (!isThere()) await install({ root, needsDevelopment });
  // npm leaves development packages out by itself where NODE_ENV is production: only what is there is stamped.
  const holdsAll = isInstalled({ root, lock, needsDevelopment: true, packagesNeeded });
  writeStamp(stamp, holdsAll ? `${mark} with development` : mark);
}

/**
 * Whether what npm last put into node_modules (it keeps its own list there) has every package of the lock file in
 * the version that the lock file names. Optional packages are left out, since most are for other platforms.
 */
export function isInstalled({ root, lock, needsDevelopment, packagesNeeded }) {
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return false;
  const needed = Object.entries(lock.packages).filter(([place, entry]) => {
    if (place === '' || entry.optional || entry.devOptional)
      return packagesNeeded.includes(place.slice('node_modules/'.length));
    return needsDevelopment || !entry.dev;
  });
  return needed.every(([place, entry]) => {
    const there = installed[place];
    if (!there || !existsSync(path.join(root, place))) return false;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

/** Runs `npm ci` quietly, with one line for the person who waits. Packages' own scripts are not run: none is needed. */
async function install({ root, needsDevelopment }) {
  const words = [
    'ci',
    '--loglevel=error',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=optional',
  ];
  // A dropped connection is tried again, but nobody waits a minute (npm's own pauses) to hear that there is none.
  words.push('--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000');
  if (needsDevelopment) words.push('--include=dev');
  const start = performance.now();
  process.stderr.write('daybreak: installing what it is made of (npm ci), a minute or two the first time … ');
  const { code, errors } = await runNpm({ root, words });
  const seconds = Math.round((performance.now() - start) / 1000);
  if (code === 0) {
    process.stderr.write(`done in ${seconds} s.\n`);
    return;
  }
  process.stderr.write('it did not work.\n');
  throw new LauncherRefusal(whyNpmFailed({ errors, root }));
}

function runNpm({ root, words }) {
  const { command, first, throughShell } = findNpm();
  return new Promise((resolve, reject) => {
    const npm = spawn(command, [...first, ...words], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: throughShell,
    });
    let errors = '';
    npm.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    npm.on('error', (error) => {
      process.stderr.write('it did not work.\n');
      if (error.code !== 'ENOENT') return reject(error);
      reject(
        new LauncherRefusal(
          'npm is not on this machine. It comes with Node.js from nodejs.org; install it and try again.',
        ),
      );
    });
    npm.on('close', (code) => resolve({ code, errors }));
  });
}

/** npm as the running `npm start` has it, else the one beside this Node.js, else the one on the path. */
function findNpm() {
  const running = process.env.npm_execpath ?? '';
  const bin = path.dirname(process.execPath);
  const beside = [
    path.join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = [...(running.endsWith('npm-cli.js') ? [running] : []), ...beside].find((file) =>
    existsSync(file),
  );
  if (script) return { command: process.execPath, first: [script], throughShell: false };
  return { command: 'npm', first: [], throughShell: process.platform === 'win32' };
}

/** A sentence about npm's failure that says what to do, with npm's own words below it. */
export function whyNpmFailed({ errors, root }) {
  const lines = errors.trim().split('\n');
  const own = lines
    .filter((line) => !/^npm error\s+at |[{}],?$/.test(line))
    .slice(0, 10)
    .join('\n');
  const has = (pattern) => pattern.test(errors);
  if (
    has(/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ECONNRESET/)
  ) {
    return `npm could not reach its registry. Is this machine connected, and does it need a proxy? npm said:\n${own}`;
  }
  if (has(/EACCES|EPERM|EROFS/))
    return `npm may not write in ${root}. Use an account that may. npm said:\n${own}`;
  if (has(/ENOSPC/)) return `the disk is full. npm said:\n${own}`;
  if (has(/can only install packages when your package.json and package-lock.json/)) {
    return `package.json and package-lock.json differ; "npm install" mends that. npm said:\n${own}`;
  }
  return `npm ci failed. npm said:\n${own || '(nothing)'}`;
}

/** Notes what is installed, to spare the next start the comparison; a folder that cannot be written to is no harm. */
function writeStamp(stamp, text) {
  try {
    writeFileSync(stamp, text);
  } catch {
    // A read-only installation is compared anew each time.
  }
}
