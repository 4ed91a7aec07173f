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
  'Breaks off',
  'Answers before the end',
  'Refuses',
  'Replies wrongly',
  'Unusual, but right',
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
  const means = 'so many bytes of the body come first';
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
        preset: 20_000,
      },
    ],
  },
  {
    name: 'slow-reply',
    group: 'Slow or silent',
    title: 'Replies in drips',
    does: 'Sends its reply a few bytes at a time.',
    options: [
      {
        kind: 'number',
        name: 'seconds',
        means: 'the whole reply takes so long',
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
    does: 'Reads the whole upload and then says nothing.',
    options: [],
  },
  {
    name: 'reset',
    group: 'Breaks off',
    title: 'Resets during the upload',
    does: 'Resets the connection in the middle of the body, or at its end where it is shorter.',
    options: [at(10_000)],
  },
  {
    name: 'hang-up',
    group: 'Breaks off',
    title: 'Closes without a word',
    does: 'Reads the whole upload and closes the connection.',
    options: [],
  },
  {
    name: 'reset-reply',
    group: 'Breaks off',
    title: 'Resets during its reply',
    does: 'Sends the first half of its reply, then resets the connection.',
    options: [],
  },
  {
    name: 'early',
    group: 'Answers before the end',
    title: 'Succeeds early',
    does: 'Answers with success before the body has ended, then reads the rest.',
    options: [at(10_000)],
  },
  {
    name: '413',
    group: 'Answers before the end',
    title: '413: too large',
    does: 'Answers by the head alone that the upload is too large, and closes without reading it.',
    options: [],
  },
  {
    name: '411',
    group: 'Answers before the end',
    title: '411: length required',
    does: 'Answers by the head alone that a Content-Length is missing, though there is one.',
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
    group: 'Replies wrongly',
    title: 'HTML error page',
    does: 'Answers 500 with a page in HTML, as a web server does whose program crashed.',
    options: [],
  },
  {
    name: 'no-media-url',
    group: 'Replies wrongly',
    title: '200 without media_url',
    does: 'Says that all is well, but not where the file is.',
    options: [],
  },
  {
    name: 'empty',
    group: 'Replies wrongly',
    title: '200 without a body',
    does: 'Says that all is well, with nothing behind the head.',
    options: [],
  },
  {
    name: 'json-as-xml',
    group: 'Replies wrongly',
    title: 'JSON declared as XML',
    does: 'Answers in JSON under the Content-Type text/xml.',
    options: [],
  },
  {
    name: 'too-short',
    group: 'Replies wrongly',
    title: 'Shorter than it says',
    does: 'Closes the connection before the last bytes of its Content-Length.',
    options: [],
  },
  {
    name: 'too-long',
    group: 'Replies wrongly',
    title: 'Longer than it says',
    does: 'Sends more bytes than its Content-Length says.',
    options: [],
  },
  {
    name: 'huge',
    group: 'Replies wrongly',
    title: 'A huge reply',
    does: 'Answers with success and millions of spaces behind it.',
    options: [
      { kind: 'number', name: 'mib', means: 'size of the reply in MiB', least: 1, most: 200, preset: 70 },
    ],
  },
  {
    name: 'endless',
    group: 'Replies wrongly',
    title: 'An endless reply',
    does: 'Answers with success and never stops sending.',
    options: [],
  },
  {
    name: 'large-head',
    group: 'Replies wrongly',
    title: 'Headers without end',
    does: 'Sets so many cookies that the head of its reply is too large.',
    options: [
      { kind: 'number', name: 'kib', means: 'size of the head in KiB', least: 1, most: 4096, preset: 400 },
    ],
  },
  {
    name: 'not-http',
    group: 'Replies wrongly',
    title: 'Not HTTP',
    does: 'Greets as an SSH server does, as where the port is that of another service.',
    options: [],
  },
  {
    name: 'gzip',
    group: 'Unusual, but right',
    title: 'Compressed reply',
    does: 'Answers with success, compressed with gzip though nobody asked for it.',
    options: [],
  },
  {
    name: 'trailers',
    group: 'Unusual, but right',
    title: 'In chunks, with trailers',
    does: 'Answers with success in chunks, with header fields behind the last one.',
    options: [],
  },
  {
    name: 'interim',
    group: 'Unusual, but right',
    title: 'Interim replies first',
    does: 'Sends 102 Processing and 103 Early Hints before its answer.',
    options: [],
  },
] as const satisfies readonly DemoScenario[];

export type DemoScenarioName = (typeof list)[number]['name'];

export const demoScenarios: readonly (DemoScenario & { readonly name: DemoScenarioName })[] = list;

export function isDemoScenario(name: string): name is DemoScenarioName {
  return demoScenarios.some((one) => one.name === name);
}
