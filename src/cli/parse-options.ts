/** `node:util` parseArgs, with its failures as usage errors a person understands. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

export function parseOptions<const O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (isParseError(error)) throw new UsageError(explain(error.message, Object.keys(options)));
    throw error;
  }
}

function isParseError(error: unknown): error is Error {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code?.startsWith('ERR_PARSE_ARGS_') ?? false;
}

function explain(message: string, known: readonly string[]): string {
  const text = message.replace(/^(Unknown option '[^']*').*/s, '$1').replaceAll('\n', ' ');
  if (!text.startsWith('Unknown option')) return text;
  return `${text}. The options here are ${known.map((name) => `--${name}`).join(', ')}.`;
}

/** The one file a command is about. */
export function oneFile(positionals: readonly string[], command: string): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError(`${command} needs a file; - reads standard input.`);
  if (more.length > 0) throw new UsageError(`${command} takes one file, and got ${positionals.length}.`);
  return file;
}
