/**
 * What each of the 26 measured servers makes of each probe: sent over a raw socket to the same servers, in the same
 * versions, as `src/language/server-table.ts`. The letters are in the order of `measuredServers`; PHP behind
 * Apache reads by the same code as PHP and was not sent these.
 */
import { measuredServers } from '../language/server-table.ts';
import type { ProbeName } from '../server-check/probes/probes.ts';

/**
 * The file is read as it was sent; it is lost, without a word from the parser; the request is refused. `either`: it
 * is read under another name, and depends on the program.
 */
export type ProbeReading = 'taken' | 'lost' | 'refused' | 'either';

const letters: Readonly<Record<ProbeName, string>> = {
  quoted: '··························',
  bare: '·············x··········e·',
  put: 'xx··x······x··············',
  'no-charset': '··························',
  'bare-boundary': '··························',
  'header-case': 'xx··x·ex·x·xx··x··········',
  'blank-line': 'xxx·xxx·ee·eexxexeexxxexe·',
  'no-file-name': 'xxx·x·xxx·xxx····xx·······',
  'extended-name': 'xx····x··x·xxx·xx·······e·',
  'space-in-name': '··x·····e···ex···xx·····e·',
  'quote-in-name': '······················e·e·',
  'apostrophe-in-name': '·····x·······x··········e·',
  'no-semicolons': 'xxxxxxxeeex·e·xexxx·xe·xee',
  attachment: '··x····e····e·xexxx··eexe·',
  'spaces-at-equals': 'xx········xx·x·e·xx?x·e·e·',
  folded: '····x···ee·····e···ee·e·ee',
  'no-part-type': '···················x······',
  'no-part-headers': '···x···eee·ee·xexee···e·e·',
  'nameless-part': '·······e··········e··e····',
  'charset-part': '········e·················',
  'boundary-in-value': '······················e·e·',
  'boundary-begins-line': '········e···exx·x····ee·e·',
  'long-boundary': '··········ee··············',
  'padded-delimiters': 'xx·····e·ex·exxxxxxee·exe·',
  preamble: '·······e·e··············ee',
  'line-feeds': '····x··eeeeeexe·eeeeeeeeee',
};

const readings: Readonly<Record<string, ProbeReading>> = {
  '·': 'taken',
  x: 'lost',
  e: 'refused',
  '?': 'either',
};

/** Of the server with this place in `measuredServers`. */
export function measuredReading(probe: ProbeName, server: number): ProbeReading {
  return readings[letters[probe].charAt(server)] ?? 'taken';
}

/** How many servers read a probe otherwise than `taken`. */
export function rarityOf(probe: ProbeName): number {
  return measuredServers.filter((_, at) => measuredReading(probe, at) !== 'taken').length;
}
