// Loaded into the process of each test file: ends it when it takes too long, and says what it was waiting for.
// node:test has a limit for each test but none for a file that never finishes loading, or that leaves a timer or a
// connection behind; such a file would hold the run until the stage's own limit and take the others with it.
const seconds = Number(new URL(import.meta.url).searchParams.get('seconds'));

setTimeout(() => {
  const waitingFor = [...new Set(process.getActiveResourcesInfo())].join(', ');
  process.stderr.write(
    `This file was still running after ${seconds} seconds, kept by: ${waitingFor}.\n`,
    () => {
      process.exit(1);
    },
  );
}, seconds * 1000).unref();
