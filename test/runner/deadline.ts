// Loaded into the process of each test file before the file itself: keeps what is compiled for the files that follow,
// ends the file when it takes too long, and says what it was waiting for.
// node:test has a limit for each test but none for a file that never finishes loading, or that leaves a timer or a
// connection behind; such a file would hold the run until the stage's own limit and take the others with it.
import { enableCompileCache } from 'node:module';

const asked = new URL(import.meta.url).searchParams;
const seconds = Number(asked.get('seconds'));
const compiled = asked.get('compiled');
if (compiled !== null) enableCompileCache(compiled);

setTimeout(() => {
  const waitingFor = [...new Set(process.getActiveResourcesInfo())].join(', ');
  process.stderr.write(
    `This file was still running after ${seconds} seconds, kept by: ${waitingFor}.\n`,
    () => {
      process.exit(1);
    },
  );
}, seconds * 1000).unref();
