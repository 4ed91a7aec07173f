/** `serve`: the playground on loopback, or for many with `--hosted` until it is stopped. */
import { once } from 'node:events';
import { type StartResult, startServer } from '../../server/start-server.ts';
import type { StatusOf } from '../options.ts';
import { type Console, exit } from '../output/console.ts';
import { parseOptions } from '../parse-options.ts';
import { UsageError } from '../usage-error.ts';
import { serveHosted } from './serve-hosted.ts';

const defaultPort = 4173;

export async function serve(args: readonly string[], console: Console): Promise<StatusOf<'serve'>> {
  const { values } = parseOptions('serve', args);
  const port = parsePort('--port', values.port);
  const operationsPort = parsePort('--operations-port', values['operations-port']);
  if (values.hosted) {
    if (values.config === undefined) {
      throw new UsageError('serve --hosted needs its configuration: --config FILE.');
    }
    return serveHosted({ file: values.config, port, operationsPort }, console);
  }
  if (values.config !== undefined || operationsPort !== undefined) {
    throw new UsageError('--config and --operations-port are for serve --hosted.');
  }
  return serveHere(port, console);
}

async function serveHere(port: number | undefined, console: Console): Promise<StatusOf<'serve'>> {
  const stop = console.stop();
  const started = await start(port);
  if (started.kind === 'failed') {
    await console.err(started.text);
    return exit.failed;
  }
  try {
    // The first line is the address alone: scripts read it.
    await console.out(started.url);
    await console.err('Open this address in a browser. Ctrl+C ends the playground.');
    if (!stop.aborted) await once(stop, 'abort');
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

function parsePort(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(`${option} ${text}: a number from 0 to 65535 is needed; 0 takes any free port.`);
  return Number(text);
}
