import { urlKey } from '../account/service-keys.ts';

/** How what stands there is read (TPL-1 to TPL-5, MP-2). */
export interface NearReading {
  /** The key whose template it is. */
  readonly node: string;
  /** Whether percent escapes are decoded there. */
  readonly isDecoded: boolean;
  /** The literal text in it: nothing of an unknown parameter (TPL-5). */
  readonly literal: string;
  readonly keepsUnknown: boolean;
}

/** What is said of a near-parameter: the one meant, and what goes out in its place (TPL-12). */
export function nearMessage(written: string, meant: string, reading: NearReading): string {
  return `${written} isn't a parameter: ${fateOf(reading)}. Did you mean %${meant}%?`;
}

function fateOf({ node, literal, isDecoded, keepsUnknown }: NearReading): string {
  if (literal === '') return keepsUnknown ? 'sent literally' : 'it becomes empty';
  const [percentEscape] = /%[0-9A-Fa-f]{2}/.exec(literal) ?? [];
  const byte = `the byte ${percentEscape?.slice(1).toUpperCase()} (hex)`;
  if (percentEscape && isDecoded)
    return `its ${percentEscape} is read as a percent escape, so ${byte} goes out in its place`;
  if (percentEscape && node === urlKey)
    return `sent literally, and a server reads its ${percentEscape} as ${byte}`;
  return 'sent literally';
}
