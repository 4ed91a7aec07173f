/** Headers as Node read them: pairs in the order received, bytes that are UTF-8 read as such. */
import type { IncomingMessage } from 'node:http';

type Pairs = readonly (readonly [name: string, value: string])[];

export function headerPairs({ rawHeaders }: IncomingMessage): Pairs {
  return pairsOf(rawHeaders);
}

/** Fields after the last chunk, likewise; empty before the end. */
export function trailerPairs({ rawTrailers }: IncomingMessage): Pairs {
  return pairsOf(rawTrailers);
}

function pairsOf(raw: readonly string[]): Pairs {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] ?? '', asText(raw[at + 1] ?? '')]);
  return pairs;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Node gives bytes as latin-1; apps and servers write UTF-8 (TPL-11). */
export function asText(latin1: string): string {
  // Nearly all: a decoder for each of 60,000 fields would take its time.
  if (!/[^\0-\x7f]/.test(latin1)) return latin1;
  try {
    return utf8.decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return latin1;
  }
}
