/** Finds the command, and turns what goes wrong into a line on standard error and a status. */

import { commandHelp, overview } from './help.ts';
import { MediaChanged } from './input/steady-reader.ts';
import { type CommandName, commands, type StatusOf } from './options.ts';
import {
  type Console,
  consoleOn,
  type ExitStatus,
  exit,
  OutputClosed,
  type Streams,
} from './output/console.ts';
import { packageVersion } from './package-root.ts';
import { UsageError } from './usage-error.ts';

type Run<N extends CommandName> = (args: readonly string[], console: Console) => Promise<StatusOf<N>>;

/** Loaded when asked for: `preview` has no need of the server. */
const load: { readonly [N in CommandName]: () => Promise<Run<N>> } = {
  preview: async () => (await import('./commands/preview.ts')).preview,
  check: async () => (await import('./commands/check.ts')).check,
  send: async () => (await import('./commands/send.ts')).send,
  'check-server': async () => (await import('./commands/check-server.ts')).checkServer,
  bisect: async () => (await import('./commands/bisect.ts')).bisectRequests,
  judge: async () => (await import('./commands/judge.ts')).judge,
  set: async () => (await import('./commands/set.ts')).set,
  link: async () => (await import('./commands/link.ts')).link,
  explain: async () => (await import('./commands/explain.ts')).explain,
  receiver: async () => (await import('./commands/receiver.ts')).receiver,
  import: async () => (await import('./commands/import.ts')).importCapture,
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
  serve: async () => (await import('./commands/serve.ts')).serve,
};

/** `args` without the program's own name. */
export async function run(args: readonly string[], streams: Streams): Promise<ExitStatus> {
  const console = consoleOn(streams);
  try {
    return await dispatch(args, console);
  } catch (error) {
    if (error instanceof OutputClosed) return exit.ok;
    return await report(error, args[0], console);
  }
}

async function dispatch([name, ...args]: readonly string[], console: Console): Promise<ExitStatus> {
  if (name === '--help' || name === '-h' || name === 'help') return print(overview(), console);
  if (name === '--version') return print(packageVersion(), console);
  if (name === undefined) throw new UsageError('A command is needed.');
  if (!isCommand(name))
    throw new UsageError(`Unknown command ${name}; the commands are ${Object.keys(commands).join(', ')}.`);
  if (asksForHelp(args)) return print(commandHelp(name), console);
  const command = await load[name]();
  return command(args, console);
}

function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commands, name);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

async function print(text: string, console: Console): Promise<ExitStatus> {
  await console.out(text.split('\n'));
  return exit.ok;
}

async function report(error: unknown, name: string | undefined, console: Console): Promise<ExitStatus> {
  if (error instanceof UsageError) {
    await console.err([...error.lines, `See ${isCommand(name) ? `${name} ` : ''}--help.`]);
    return exit.usage;
  }
  if (error instanceof MediaChanged) {
    await console.err(error.message);
    return exit.failed;
  }
  throw error;
}
