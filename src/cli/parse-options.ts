/** A command line by the table of commands, with its faults as usage errors a person understands. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Command, type CommandName, type Commands, commands } from './options.ts';
import { UsageError } from './usage-error.ts';

export type Values<O extends NonNullable<ParseArgsConfig['options']>> = ReturnType<
  typeof parseArgs<{ options: O; strict: true }>
>['values'];

export interface Parsed<N extends CommandName> {
  readonly values: Values<Commands[N]['options']>;
  readonly operands: Commands[N]['usage'] extends '' ? readonly [] : readonly [string, ...string[]];
}

export function parseOptions<N extends CommandName>(name: N, args: readonly string[]): Parsed<N> {
  const { options, alone = '' }: Command = commands[name];
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length > 0 || values[alone] !== true) checkCount(name, positionals);
    // The table has the types of what was parsed by it.
    return { values, operands: positionals } as unknown as Parsed<N>;
  } catch (error) {
    if (isParseError(error)) throw new UsageError(explain(error.message, Object.keys(options)));
    throw error;
  }
}

function checkCount(name: CommandName, { length }: readonly string[]): void {
  const { usage }: Command = commands[name];
  const [operand = ''] = usage.split(' ');
  if (operand === '' && length > 0) throw new UsageError(`${name} takes only options.`);
  if (operand !== '' && length === 0) {
    const input = operand.includes('FILE') ? '; - reads standard input' : '';
    throw new UsageError(`${name} needs ${operand}${input}.`);
  }
  if (!usage.includes('…') && length > 1)
    throw new UsageError(`${name} takes one ${operand}, not ${length}.`);
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
