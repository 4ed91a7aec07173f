/**
 * How the demo media server can misbehave: `/demo/upload?scenario=NAME&OPTION=VALUE`. The one list
 * for the server that does it, the page that offers it and the documentation that explains it.
 */

export interface DemoScenario {
  readonly name: string;
  readonly group: DemoScenarioGroup;
  readonly title: string;
  /** One sentence: what the server does. */
  readonly does: string;
  readonly options: readonly DemoScenarioOption[];
  /**
   * Below so many bytes of media there is little to see: what the systems between hold (some 6 MiB
   * over loopback) is sent before the server does anything. Absent where any size will do.
   */
  readonly needsBytes?: number;
  /** It asks for `demoCredentials`, by HTTP Digest or Basic (HDR-6). */
  readonly asksForLogin?: true;
}

export type DemoScenarioOption =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly means: string;
      /** Integers, the bounds included. */
      readonly least: number;
      readonly most: number;
      readonly preset: number;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly means: string;
      /** The first one is taken where none is given. */
      readonly choices: readonly [string, ...string[]];
    };

/** In the order in which a menu shows them. */
export const demoScenarioGroups = [
  'Slow or silent',
  'Breaks the connection',
  'Answers early',
  'Refuses',
  'Wrong replies',
  'Unusual, but valid',
] as const;
export type DemoScenarioGroup = (typeof demoScenarioGroups)[number];

/** What the scenarios `digest` and `basic` ask for. No secret: whoever reads this may know it. */
export const demoCredentials = { username: 'demo', password: 'demo-password' } as const;

/** However the scenario goes, its connection is closed after this time. Seconds. */
export const demoPatience = 600;
/** `endless` gives up after so many bytes, should its reader never do. */
export const demoEndlessBytes = 256 * 1024 * 1024;

const mebibyte = 1024 * 1024;

function at(preset: number): DemoScenarioOption {
  const means = 'after so many bytes of the body';
  return { kind: 'number', name: 'at', means, least: 0, most: 2 ** 40, preset };
}

const list = [
  {
    name: 'slow',
    group: 'Slow or silent',
    title: 'Reads slowly',
    does: 'Takes the upload in slowly, then answers as usual.',
    options: [
      {
        kind: 'number',
        name: 'rate',
        means: 'bytes a second',
        least: 1024,
        most: 1024 * mebibyte,
        preset: 2_000_000,
      },
    ],
    needsBytes: 12_000_000,
  },
  {
    name: 'slow-reply',
    group: 'Slow or silent',
    title: 'Trickles the reply',
    does: 'Sends its reply a few bytes at a time.',
    options: [
      {
        kind: 'number',
        name: 'seconds',
        means: 'how long the whole reply takes',
        least: 1,
        most: 300,
        preset: 5,
      },
    ],
  },
  {
    name: 'never',
    group: 'Slow or silent',
    title: 'Never answers',
    does: 'Reads the whole upload and then sends nothing.',
    options: [],
  },
  {
    name: 'reset',
    group: 'Breaks the connection',
    title: 'Resets during the upload',
    does: 'Resets the connection in the middle of the body, or at its end where it is shorter.',
    options: [at(10_000)],
    needsBytes: 8_000_000,
  },
  {
    name: 'hang-up',
    group: 'Breaks the connection',
    title: 'Closes without replying',
    does: 'Reads the whole upload and closes the connection.',
    options: [],
  },
  {
    name: 'reset-reply',
    group: 'Breaks the connection',
    title: 'Resets during its reply',
    does: 'Sends the first half of its reply, then resets the connection.',
    options: [],
  },
  {
    name: 'early',
    group: 'Answers early',
    title: 'Succeeds before the end',
    does: 'Answers with success before the body has ended, then reads the rest.',
    options: [at(10_000)],
    needsBytes: 8_000_000,
  },
  {
    name: '413',
    group: 'Answers early',
    title: '413: too large',
    does: 'Refuses the upload as too large after its headers, and closes without reading the body.',
    options: [],
  },
  {
    name: '411',
    group: 'Answers early',
    title: '411: length required',
    does: 'Refuses the upload after its headers, claiming that Content-Length is missing.',
    options: [],
  },
  {
    name: '402',
    group: 'Refuses',
    title: '402 with a message',
    does: 'Refuses with a message, which the app shows to its user.',
    options: [],
  },
  {
    name: 'redirect',
    group: 'Refuses',
    title: 'Redirects',
    does: 'Answers that the service is at another address, in a Location.',
    options: [
      {
        kind: 'choice',
        name: 'status',
        means: 'status of the reply',
        choices: ['307', '301', '302', '303', '308'],
      },
    ],
  },
  {
    name: 'digest',
    group: 'Refuses',
    title: '401: asks for Digest',
    does: `Takes the upload only with HTTP Digest of the user ${demoCredentials.username} with the password ${demoCredentials.password}.`,
    options: [
      {
        kind: 'choice',
        name: 'algorithm',
        means: 'algorithm of the challenge',
        choices: ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess'],
      },
      { kind: 'choice', name: 'qop', means: 'quality of protection', choices: ['auth', 'none'] },
      {
        kind: 'choice',
        name: 'stale',
        means: 'whether the first right answer is turned down, its nonce being stale',
        choices: ['never', 'once'],
      },
    ],
    asksForLogin: true,
  },
  {
    name: 'basic',
    group: 'Refuses',
    title: '401: asks for Basic',
    does: `Takes the upload only with HTTP Basic of the user ${demoCredentials.username} with the password ${demoCredentials.password}; the app never answers that over plain http.`,
    options: [],
    asksForLogin: true,
  },
  {
    name: 'html',
    group: 'Wrong replies',
    title: 'HTML error page',
    does: 'Answers 500 with an HTML page, like a web server whose program crashed.',
    options: [],
  },
  {
    name: 'no-media-url',
    group: 'Wrong replies',
    title: '200 without media_url',
    does: 'Answers 200 with a message, but without the media_url.',
    options: [],
  },
  {
    name: 'empty',
    group: 'Wrong replies',
    title: '200 without a body',
    does: 'Answers 200 with headers and no body.',
    options: [],
  },
  {
    name: 'json-as-xml',
    group: 'Wrong replies',
    title: 'JSON declared as XML',
    does: 'Answers in JSON under the Content-Type text/xml.',
    options: [],
  },
  {
    name: 'too-short',
    group: 'Wrong replies',
    title: 'Shorter than it says',
    does: 'Closes the connection before the last bytes of its Content-Length.',
    options: [],
  },
  {
    name: 'too-long',
    group: 'Wrong replies',
    title: 'Longer than it says',
    does: 'Sends more bytes than its Content-Length says.',
    options: [],
  },
  {
    name: 'huge',
    group: 'Wrong replies',
    title: 'A huge reply',
    does: 'Answers with success, then adds millions of spaces.',
    options: [
      { kind: 'number', name: 'mib', means: 'size of the reply in MiB', least: 1, most: 200, preset: 70 },
    ],
  },
  {
    name: 'endless',
    group: 'Wrong replies',
    title: 'An endless reply',
    does: 'Answers with success and never stops sending.',
    options: [],
  },
  {
    name: 'large-head',
    group: 'Wrong replies',
    title: 'Endless headers',
    does: 'Sets so many cookies that the head of its reply is too large.',
    options: [
      { kind: 'number', name: 'kib', means: 'size of the head in KiB', least: 1, most: 4096, preset: 400 },
    ],
  },
  {
    name: 'not-http',
    group: 'Wrong replies',
    title: 'Not HTTP',
    does: 'Greets like an SSH server, as if the port belonged to another service.',
    options: [],
  },
  {
    name: 'gzip',
    group: 'Unusual, but valid',
    title: 'Compressed reply',
    does: 'Compresses its reply with gzip though nobody asked for it.',
    options: [],
  },
  {
    name: 'trailers',
    group: 'Unusual, but valid',
    title: 'In chunks, with trailers',
    does: 'Answers in chunks, with trailer fields after the last one.',
    options: [],
  },
  {
    name: 'interim',
    group: 'Unusual, but valid',
    title: 'Interim replies first',
    does: 'Sends 102 Processing and 103 Early Hints before its answer.',
    options: [],
  },
  {
    name: 'documentation',
    group: 'Unusual, but valid',
    title: 'The documentation’s media_url',
    does: 'Answers with the example address that the documentation prints; nothing is there.',
    options: [],
  },
] as const satisfies readonly DemoScenario[];

export type DemoScenarioName = (typeof list)[number]['name'];

export const demoScenarios: readonly (DemoScenario & { readonly name: DemoScenarioName })[] = list;

export function isDemoScenario(name: string): name is DemoScenarioName {
  return demoScenarios.some((one) => one.name === name);
}
