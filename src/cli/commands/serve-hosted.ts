/** `serve --hosted`: reads the configuration, starts, and leaves without cutting an upload short. */
import { once } from 'node:events';
import { type HostedConfig, parseConfig } from '../../server/hosted/config.ts';
import { readWhole } from '../input/read-file.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { UsageError } from '../usage-error.ts';

export interface HostedArguments {
  readonly file: string;
  /** Take the place of the file's, so that several processes can share one. */
  readonly port: number | undefined;
  readonly operationsPort: number | undefined;
}

export async function serveHosted(args: HostedArguments, console: Console): Promise<StatusOf<'serve'>> {
  const config = await readConfig(args, console);
  // Only here: metrics and rates are no business of a playground on one's own machine.
  const { startHosted } = await import('../../server/hosted/start-hosted.ts');
  const { describeFault } = await import('../../server/hosted/fault.ts');
  const stop = console.stop();
  // Where the reader of the log went away, the uploads go on.
  const log = (line: string) => void console.err(line).catch(() => {});
  // Node would print the message, which may hold what was being worked on.
  process.on('uncaughtException', (error) => {
    log(describeFault(error, 'process'));
    process.exitCode = 70; // EX_SOFTWARE
    setImmediate(() => process.exit());
  });
  const started = await startHosted({ config, log });
  if (started.kind === 'failed') {
    await console.err(started.text);
    return exit.failed;
  }
  try {
    // The first line is the address alone: scripts read it.
    await console.out(started.url);
    if (started.operationsPort !== null) {
      const { host } = config.operations ?? { host: '' };
      log(`Health and metrics are at ${host}, port ${started.operationsPort}.`);
    }
    if (!stop.aborted) await once(stop, 'abort');
    log('Running uploads may finish; a second signal ends them.');
    await started.shutDown();
  } finally {
    await started.close();
  }
  return exit.ok;
}

async function readConfig(
  { file, port, operationsPort }: HostedArguments,
  console: Console,
): Promise<HostedConfig> {
  const json = Buffer.from(await readWhole(file, console)).toString('utf8');
  const parsed = parseConfig(json, process.env);
  if (parsed.kind === 'faulty') {
    throw new UsageError(...parsed.faults.map((fault) => `${file}: ${fault}.`));
  }
  const { listen, operations, ...rest } = parsed.config;
  const given =
    operationsPort === undefined ? operations : { host: '127.0.0.1', ...operations, port: operationsPort };
  return { ...rest, listen: { ...listen, port: port ?? listen.port }, operations: given };
}
