/** The program's entry: built as dist/server/main.js, started by bin. */
import { consoleOn } from './output/console.ts';
import { processStreams } from './output/process-console.ts';
import { run } from './run.ts';

const streams = processStreams();
try {
  // No process.exit: what was written to a pipe must first be taken.
  process.exitCode = await run(process.argv.slice(2), streams);
} catch (error) {
  // Node would print the message as it is, and it may hold text of others.
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.exitCode = 70; // EX_SOFTWARE: none of the program's own statuses
  await consoleOn(streams).err(told.split('\n'));
}
