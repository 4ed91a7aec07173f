/** What the values of options mean; each refuses what it cannot read. */
import { randomBytes } from 'node:crypto';
import { type Assumptions, assumptionRegistry, isAssumption, withAssumptions } from '../core/assumptions.ts';
import { boundaryFrom, boundaryRandomBytes, isBoundary } from '../core/request/boundary.ts';
import { isMediaType } from '../core/request/media-type.ts';
import { isParameterName } from '../core/template/parameter-catalogue.ts';
import { type CommandName, type Commands, commands } from './options.ts';
import { UsageError } from './usage-error.ts';

/** A name, which may hold `=` inside its brackets, then a value of any text. */
const assignment = /^(account\[[^\]]*\]|[^=]*)=(.*)$/s;

export function parseParameters(given: readonly string[] = []): Record<string, string> {
  const pairs = given.map((text) => {
    const [, name, value] = assignment.exec(text) ?? [];
    if (name === undefined || value === undefined || !isParameterName(name))
      throw new UsageError(
        `--param ${text} is not NAME=VALUE, where NAME is letters, digits and _ (not first a digit), or account[node].`,
      );
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}

export function parseAssumptions(given: readonly string[] = []): Assumptions {
  const pairs = given.map((text) => {
    const [, id = '', option = ''] = /^([^=]*)=?(.*)$/s.exec(text) ?? [];
    if (!isAssumption(id, option)) throw new UsageError(`--assume ${text}: ${assumptionHelp(id)}`);
    return [id, option] as const;
  });
  return withAssumptions(Object.fromEntries(pairs));
}

function assumptionHelp(id: string): string {
  const entry = assumptionRegistry.find((candidate) => candidate.id === id);
  if (entry) return `the options of ${id} are ${entry.options.map((option) => option.id).join(', ')}.`;
  const known = assumptionRegistry.map((candidate) => candidate.id).join(', ');
  return `unknown assumption; there are ${known}.`;
}

/** 1-based. */
export function parseAccount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new UsageError(`--account ${text}: must be a number from 1.`);
  return Number(text);
}

/** As given, or drawn from random bits (MP-9). */
export function parseBoundary(text: string | undefined): string {
  if (text === undefined) return boundaryFrom(randomBytes(boundaryRandomBytes));
  if (!isBoundary(text))
    throw new UsageError(
      `--boundary "${text}" is not valid: 1 to 70 letters, digits, spaces or any of ' ( ) + _ , - . / : = ?, no space last (RFC 2046).`,
    );
  return text;
}

/** Whole ones, a day at the most. */
export function parseSeconds(text: string | undefined, preset: number): number {
  if (text === undefined) return preset;
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > 24 * 3600)
    throw new UsageError(`--time ${text}: must be a number of seconds from 1 to ${24 * 3600}.`);
  return Number(text);
}

/** Requests that may be sent. */
export function parseBudget(text: string | undefined, preset: number): number {
  if (text === undefined) return preset;
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new UsageError(`--budget ${text}: must be a number of requests from 1 to 9999.`);
  return Number(text);
}

export function parseMediaType(text: string | undefined): string | undefined {
  if (text === undefined || isMediaType(text)) return text;
  throw new UsageError(`--media-type "${text}" is not a media type such as image/png.`);
}

/** SHA-256 of a certificate, as `send` prints it: pairs of hex digits; the colons may be missing. */
export function parseFingerprint(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const digits = text.replaceAll(':', '').toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(digits))
    throw new UsageError(
      `--accept-certificate ${text} is not a SHA-256 fingerprint: 32 pairs of hex digits, as send prints it where a certificate is not trusted.`,
    );
  return digits.replaceAll(/..(?=.)/g, '$&:');
}

/** Whether secrets are left out of an export; null where the format decides. */
export function parseSecrets(text: string | undefined): 'real' | 'variables' | null {
  if (text === undefined || text === 'real' || text === 'variables') return text ?? null;
  throw new UsageError(`--secrets ${text}: must be real or variables.`);
}

type Formatted = Extract<CommandName, 'preview' | 'send' | 'judge' | 'check' | 'check-server' | 'bisect'>;
export type FormatOf<N extends Formatted> = keyof Commands[N]['options']['format']['choices'];

export function parseFormat<N extends Formatted>(name: N, text: string | undefined): FormatOf<N> {
  const formats = Object.keys(commands[name].options.format.choices) as FormatOf<N>[];
  const found = text === undefined ? formats[0] : formats.find((format) => format === text);
  if (found === undefined)
    throw new UsageError(`--format ${text}: the formats here are ${formats.join(', ')}.`);
  return found;
}
