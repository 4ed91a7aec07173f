/** Finds the command, and turns what goes wrong into a line on standard error and a status. */

import { commandHelp, overview } from './help.ts';
import { MediaChanged } from './input/steady-reader.ts';
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

type Command = (args: readonly string[], console: Console) => Promise<ExitStatus>;

/** Loaded when asked for: `preview` has no need of the server. */
const commands = {
  preview: async () => (await import('./commands/preview.ts')).preview,
  check: async () => (await import('./commands/check.ts')).check,
  send: async () => (await import('./commands/send.ts')).send,
  judge: async () => (await import('./commands/judge.ts')).judge,
  set: async () => (await import('./commands/set.ts')).set,
  serve: async () => (await import('./commands/serve.ts')).serve,
} as const satisfies Record<string, () => Promise<Command>>;
export type CommandName = keyof typeof commands;

/** `args` without the program's own name. */
export async function run(args: readonly string[], streams: Streams): Promise<ExitStatus> {
  const console = consoleOn(streams);
  try {
    return await dispatch(args, console);
  } catch (error) {
    if (error instanceof OutputClosed) return exit.ok;
    return await explain(error, console);
  }
}

async function dispatch([name, ...args]: readonly string[], console: Console): Promise<ExitStatus> {
  if (name === '--help' || name === '-h' || name === 'help') return print(overview, console);
  if (name === '--version') return print(packageVersion(), console);
  if (name === undefined) throw new UsageError('A command is needed.');
  if (!isCommand(name))
    throw new UsageError(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
  if (asksForHelp(args)) return print(commandHelp[name], console);
  const command = await commands[name]();
  return command(args, console);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

async function print(text: string, console: Console): Promise<ExitStatus> {
  await console.out(text.trimEnd().split('\n'));
  return exit.ok;
}

async function explain(error: unknown, console: Console): Promise<ExitStatus> {
  if (error instanceof UsageError) {
    await console.err([...error.lines, 'See --help for what there is.']);
    return exit.usage;
  }
  if (error instanceof MediaChanged) {
    await console.err(error.message);
    return exit.failed;
  }
  throw error;
}
