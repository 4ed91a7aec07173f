/** The program's entry: built as dist/server/main.js, started by bin. */
import { processConsole } from './process-console.ts';
import { run } from './run.ts';

// No process.exit: what was written to a pipe must first be taken.
process.exitCode = await run(process.argv.slice(2), processConsole());
