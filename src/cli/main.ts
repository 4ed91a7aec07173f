/** The program's entry: built as dist/server/main.js, started by bin. */
import { consoleOn } from './output/console.ts';
import { processStreams } from './output/process-console.ts';
import { run } from './run.ts';

const streams = processStreams();
try {
  // No process.exit: what was written to a pipe must first be taken.
  process.exitCode = await run(process.argv.slice(2), streams);
} catch (error) {
  process.exitCode = 70; // EX_SOFTWARE: none of the program's own statuses
  // Where standard error is closed, the status is all that is left.
  await consoleOn(streams)
    .err(crashLines(error))
    .catch(() => {});
}

/** Node would print the message as it is, and it may hold text of others: here it is one line. */
function crashLines(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [`${error.name}: ${error.message}`, ...frames];
}
