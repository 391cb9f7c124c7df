import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { nothing, type Outcome } from './outcome.ts';

/**
 * Runs a checking tool of node_modules as one test, which passes when the tool exits with 0. What it printed is the
 * failure. The tool and what it started are ended when `signal` comes.
 */
export async function runTool({
  name,
  words,
  root,
  signal,
}: {
  name: string;
  words: string[];
  root: string;
  signal: AbortSignal;
}): Promise<Outcome> {
  const tool = spawn(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: the tool's program is a child of a small script, and both must end.
    detached: process.platform !== 'win32',
  });
  const exited = once(tool, 'close');
  let printed = '';
  for (const stream of [tool.stdout, tool.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const end = () => endGroup(tool.pid);
  signal.addEventListener('abort', end);
  const [code] = await exited;
  signal.removeEventListener('abort', end);
  if (signal.aborted) return { ...nothing, failures: [{ name, text: String(signal.reason) }] };
  if (code === 0) return { ...nothing, passed: 1 };
  return { ...nothing, failures: [{ name, text: printed.trim() }] };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
