// Loaded before the program: when the launcher is gone (ended by force, or its terminal closed), the program stops too,
// in the orderly way. Without this a server would live on, unseen, and keep its port.
import { isMainThread } from 'node:worker_threads';

// Workers and child processes inherit this import; only the launcher's own child holds the line.
if (isMainThread && process.channel && process.env.DAYBREAK_LAUNCHER === String(process.ppid)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
