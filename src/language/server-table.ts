/** How 26 real servers read the variants of the body: measured, one raw request each. */

export interface MeasuredServer {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** What people call a server that reads bodies by it. */
  readonly usedBy?: string;
}

/** In the order of the outcomes below. */
export const measuredServers: readonly MeasuredServer[] = [
  { id: 'php', name: 'PHP', version: '8.2, built-in server' },
  { id: 'apache-php', name: 'PHP behind Apache', version: '8.2 php-cgi, Apache 2.4' },
  { id: 'go', name: 'Go', version: '1.19' },
  { id: 'werkzeug', name: 'Werkzeug', version: '2.2, Python 3.11', usedBy: 'Flask' },
  { id: 'django', name: 'Django', version: '3.2, Python 3.11' },
  { id: 'pyemail', name: 'Python email', version: '3.11' },
  { id: 'pycgi', name: 'Python cgi', version: '3.11' },
  { id: 'tornado', name: 'Tornado', version: '6.2, Python 3.11' },
  { id: 'aiohttp', name: 'aiohttp', version: '3.8, Python 3.11' },
  { id: 'starlette', name: 'Starlette', version: '0.26, python-multipart 0.0.5', usedBy: 'FastAPI' },
  { id: 'rack', name: 'Rack', version: '2.2 on Puma', usedBy: 'Ruby on Rails' },
  { id: 'cgipm', name: 'CGI.pm', version: '4.55' },
  { id: 'plack', name: 'Plack', version: '1.0050' },
  { id: 'mojo', name: 'Mojolicious', version: '9.31' },
  { id: 'tomcat', name: 'Tomcat', version: '10.1, Java 17' },
  { id: 'jetty', name: 'Jetty', version: '9.4, Java 17' },
  { id: 'fileupload', name: 'commons-fileupload', version: '1.4, Java 17' },
  { id: 'busboy', name: 'busboy', version: '1.6, Node 20' },
  { id: 'multer', name: 'multer', version: '2.5, Node 20', usedBy: 'Express' },
  { id: 'formidable', name: 'formidable', version: '3.5, Node 20' },
  { id: 'multiparty', name: 'multiparty', version: '4.3, Node 20' },
  { id: 'pez', name: '@hapi/pez', version: '6.1, Node 20', usedBy: 'hapi' },
  { id: 'undici', name: 'undici', version: '7.30, Node 20' },
  { id: 'fastify', name: '@fastify/multipart', version: '10.1, Node 20', usedBy: 'Fastify' },
  { id: 'hono', name: 'Hono', version: "4.13 on Node's own undici 6.24" },
  { id: 'remix', name: '@remix-run/multipart-parser', version: '0.16, Node 20' },
];

/** `Express with multer`: as its owner would look for it. */
export function serverTitle({ name, usedBy }: MeasuredServer): string {
  return usedBy === undefined ? name : `${usedBy} with ${name}`;
}

export type Outcome = '·' | 'N' | 'V' | 'T' | 'X' | 'L' | '0' | 'E';

export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  '·': 'right',
  N: 'only the file name is wrong',
  V: 'a value or a size is wrong',
  T: 'the file arrives as a text field',
  X: 'the file is lost',
  L: 'fields are lost',
  '0': 'answers 200, but parses nothing',
  E: 'refuses the request',
};

export type OutcomeSign = '✓' | '!' | '✗';

/** Read, read with a fault, or lost; and in a word what. */
export const outcomeSigns: Readonly<Record<Outcome, readonly [OutcomeSign, string]>> = {
  '·': ['✓', 'right'],
  N: ['!', 'file name'],
  V: ['!', 'value'],
  T: ['✗', 'file as text'],
  X: ['✗', 'no file'],
  L: ['✗', 'no fields'],
  '0': ['✗', 'nothing'],
  E: ['✗', 'refused'],
};

/** The file or its fields do not arrive. */
export const isOutcomeLost = (outcome: Outcome): boolean => outcomeSigns[outcome][0] === '✗';

export type VariantId =
  | 'bare-names'
  | 'quoted-names'
  | 'blank-line'
  | 'spaced-file-name'
  | 'spaced-file-name-unquoted'
  | 'semicolon-file-name-unquoted'
  | 'utf8-file-name'
  | 'utf8-file-name-unquoted'
  | 'extended-file-name'
  | 'quote-and-backslash'
  | 'quote'
  | 'percent-quote'
  | 'no-charset'
  | 'put-bare'
  | 'put-quoted'
  | 'boundary-in-value'
  | 'no-final-crlf'
  | 'lf-line-ends'
  | 'empty-value'
  | 'empty-file-name'
  | 'empty-file'
  | 'ten-mebibytes'
  | 'apostrophe-file-name'
  | 'line-break-file-name'
  | 'path-file-name'
  | 'value-not-utf8'
  | 'part-name-brackets'
  | 'part-name-dot'
  | 'part-name-quote'
  | 'part-name-twice'
  | 'part-name-charset'
  | 'part-name-empty'
  | 'special-boundary'
  | 'value-bom'
  | 'part-name-letters'
  | 'percent-file-name';

export interface MeasuredVariant {
  readonly id: VariantId;
  readonly title: string;
  /** Whether every name and file name was quoted, so that a fault of bare names does not show. */
  readonly quoted: boolean;
  /** One for each server. */
  readonly outcomes: readonly Outcome[];
}

function row(id: VariantId, title: string, outcomes: string, quoted = false): MeasuredVariant {
  return { id, title, quoted, outcomes: Array.from(outcomes).filter(isOutcome) };
}

function isOutcome(letter: string): letter is Outcome {
  return Object.hasOwn(outcomeMeanings, letter);
}

export const measuredVariants: readonly MeasuredVariant[] = [
  row('bare-names', 'Bare names', '·············0··········E·'),
  row('quoted-names', 'Quoted names', '··························', true),
  row('blank-line', "The documentation's empty line", 'XXX·XXX·EE·EE0XEXEEXXXEXE·'),
  row('spaced-file-name', 'File name "my video.mp4", bare part name', '·············0··········E·'),
  row('spaced-file-name-unquoted', 'File name my video.mp4 without quotes', 'NNX··N··ENNNE0···XXN·NNNE·'),
  row('semicolon-file-name-unquoted', 'File name a;b.mp4 without quotes', 'NNXNNNNNENNNE0NNNXXNNNNNEN'),
  row('utf8-file-name', 'Other letters in a quoted file name', '·················NN·······', true),
  row('utf8-file-name-unquoted', 'Other letters in a file name without quotes', '··X·····E··N·0···XX···E·E·'),
  row('extended-file-name', 'With filename*= beside it', 'NN···NN··NNNNN·NN··NN··NE·', true),
  row('quote-and-backslash', '\\" and \\\\ in a file name', 'NN··N·····NNNN··NNNNNNENE·', true),
  row('quote', '\\" in a file name', '···········NNN··N··N·NE·E·', true),
  row('percent-quote', '%22 for a quote in a file name', 'NNNNNNNNNN·NNNNNNN···N·N·N', true),
  row('no-charset', 'No charset in Content-Type, UTF-8 text', '··············V·VNN·······'),
  row('put-bare', 'PUT, bare names', '00··0······L·0··········E·'),
  row('put-quoted', 'PUT, quoted names', '00··0······L··············', true),
  row('boundary-in-value', "The boundary's text inside a value", '····V·····VL··········E·E·', true),
  row('no-final-crlf', 'No line end after the closing delimiter', '············E·············', true),
  row('lf-line-ends', 'LF line ends in the body', 'VV·VLVVEEELLE0LVL00EEEE0EE'),
  row('empty-value', 'An empty value', '·············0··········E·'),
  row('empty-file-name', 'An empty file name', 'XXT·T·TTT·XTX····TT·······', true),
  row('empty-file', 'A file of 0 bytes', '···················E······', true),
  row('ten-mebibytes', 'A file of 10 MiB', '··························', true),
  row('apostrophe-file-name', 'An apostrophe in a bare file name', '·····T·······0··········E·'),
  row('line-break-file-name', 'A line break in a file name', 'NNNNNNNNNN·NN0NNNN·NNN·NEN'),
  row('path-file-name', 'A path in a file name (../up/x.jpg)', 'NNN·N·····N··0···NN····NE·'),
  row('value-not-utf8', 'A value that is no UTF-8 (caf%E9)', '···VV·V·E·····VVVVVVVVVVVE', true),
  row('part-name-brackets', 'A part name with a space and [ ]', 'LL········L··L····L·····E·'),
  row('part-name-dot', 'A part name with a dot', 'LL························', true),
  row('part-name-quote', 'A part name with "', '···········LLLL·L··LLLE·E·', true),
  row('part-name-twice', 'The same part name twice', 'LL········L···············', true),
  row('part-name-charset', 'A part named _charset_', '········E·················', true),
  row('part-name-empty', 'A part with an empty name', 'LLL····E··L···L·L·E··E····', true),
  row('special-boundary', 'A boundary of 70 special characters', '··········EEE·············', true),
  row('value-bom', 'A value that begins with U+FEFF', '························VV', true),
  row('part-name-letters', 'Other letters in a part name', '·················LL·······', true),
  row('percent-file-name', '%25 and %22 in a file name', '··········N·······NNN·N·N·', true),
];

export function measuredVariant(id: VariantId): MeasuredVariant {
  const found = measuredVariants.find((variant) => variant.id === id);
  if (!found) throw new Error(`The table has no row ${id}.`);
  return found;
}

/** How many servers read a variant right. */
export function rightCount(id: VariantId): number {
  return measuredVariant(id).outcomes.filter((outcome) => outcome === '·').length;
}

/** Names of the servers that read a variant otherwise than right, in the order of the table. */
export function serversWrong(id: VariantId): readonly string[] {
  return wrongCells(id).map(({ name }) => name);
}

/**
 * How those that go wrong do so, by outcome. Where names were bare, a server that can't read those at
 * all says nothing about the variant and is left out.
 */
export function faultsOf(id: VariantId): readonly (readonly [Outcome, readonly string[]])[] {
  const blind = measuredVariant(id).quoted ? [] : serversWrong('bare-names');
  const byOutcome = new Map<Outcome, string[]>();
  for (const { name, outcome } of wrongCells(id)) {
    if (blind.includes(name)) continue;
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), name]);
  }
  return Array.from(byOutcome);
}

function wrongCells(id: VariantId): readonly { readonly name: string; readonly outcome: Outcome }[] {
  const { outcomes } = measuredVariant(id);
  return measuredServers.flatMap(({ name }, index) => {
    const outcome = outcomes[index] ?? '·';
    return outcome === '·' ? [] : [{ name, outcome }];
  });
}
