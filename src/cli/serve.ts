/** `serve`: the playground on loopback, until it is told to stop. */
import { type StartResult, startServer } from '../server/start-server.ts';
import { type Console, type ExitStatus, exit } from './console.ts';
import { parseOptions } from './parse-options.ts';
import { UsageError } from './usage-error.ts';

const defaultPort = 4173;

export async function serve(args: readonly string[], console: Console): Promise<ExitStatus> {
  const { values, positionals } = parseOptions(args, { port: { type: 'string' } });
  if (positionals.length > 0) throw new UsageError('serve takes no file, only --port.');
  const port = parsePort(values.port);
  const stop = console.stop();
  const started = await start(port);
  if (started.kind === 'failed') {
    await console.err(`${started.text}\n`);
    return exit.failed;
  }
  try {
    // The first line is the address alone: scripts read it.
    await console.out(`${started.url}\n`);
    await console.err('Open this address in a browser. Ctrl+C ends the playground.\n');
    await aborted(stop);
  } finally {
    await started.close();
  }
  return exit.ok;
}

/** A port that was asked for is taken or refused; without one, any free port will do. */
async function start(port: number | undefined): Promise<StartResult> {
  const started = await startServer({ port: port ?? defaultPort });
  const isTaken = started.kind === 'failed' && started.code === 'port-taken';
  return isTaken && port === undefined ? startServer({ port: 0 }) : started;
}

function parsePort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(`--port ${text}: a number from 0 to 65535 is needed; 0 takes any free port.`);
  return Number(text);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
