/** Every command and option, once: parsing and help are made from it, README's table is held to it. */
import { type Assumption, assumptionRegistry } from '../core/assumptions.ts';
import { type ExportId, exportFormats, exportIds } from '../exports/formats.ts';
import type { ExitStatus } from './output/console.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  /** What stands for its value in help. */
  readonly value?: string;
  readonly text: string;
  /** Values that it takes, each with what it means. */
  readonly choices?: Readonly<Record<string, string>>;
}

export interface Command {
  /** The operands after its name: none, one, or with … several. The summary reads on from here. */
  readonly usage: string;
  readonly summary: string;
  readonly details: string;
  readonly options: Readonly<Record<string, Option>>;
  /** An option with which no operand is needed. */
  readonly alone?: string;
  /** Exit statuses; 2 is bad usage everywhere. */
  readonly statuses: Readonly<Partial<Record<ExitStatus, string>>>;
}

const flag = (text: string) => ({ type: 'boolean', text }) as const;
const one = (value: string, text: string) => ({ type: 'string', value, text }) as const;
const several = (value: string, text: string) => ({ ...one(value, text), multiple: true }) as const;

const format = <const C extends Readonly<Record<string, string>>>(choices: C) => {
  return { ...one('F', 'the format, by default the first of these'), choices } as const;
};

function assume(assumptions: readonly Assumption[]) {
  const choices = assumptions.map(({ id, options, rule }) => [
    `${id}=${options.map((option) => option.id).join('|')}`,
    rule,
  ]);
  const text = 'switches an assumption; its first option is the default';
  return { ...several('ID=OPTION', text), choices: Object.fromEntries(choices) } as const;
}

const account = one('N', 'which account of an <accounts> document, from 1');
const json = flag('prints JSON instead');

/** How the document is read. */
export const readingOptions = {
  param: several('NAME=VALUE', 'sets to, description, a global, one of your own, account[node]'),
  assume: assume(assumptionRegistry),
  account,
  locale: one('L', 'the locale of localised values; by default none'),
  'no-advice': flag('leaves out advice: what real servers do, which is not a fault'),
} as const;

const mediaOptions = {
  'media-name': one('NAME', "its name in the upload; by default the file's own"),
  'media-type': one('TYPE', 'its media type, for a file whose first bytes do not show it'),
} as const;

/** What shapes a request. */
export const requestOptions = {
  media: one('FILE', 'the photo or clip; by default the bundled sample photo'),
  ...mediaOptions,
  ...readingOptions,
  boundary: one('B', 'the multipart boundary; by default random'),
} as const;

export const requestFormats = Object.fromEntries(
  exportIds.map((id) => [id, exportFormats[id].about]),
) as Readonly<Record<ExportId, string>>;

const secrets = {
  ...one('HOW', 'what stands for secrets; by default real in http, body, curl, powershell'),
  choices: {
    variables: 'variables of the environment; in http, body, har $NAME',
    real: 'their values',
  },
} as const;

/** How a capture is read. */
const captureOptions = {
  entry: one('N', 'which request of a HAR, or of several curl commands, from 1'),
  'read-files': flag('reads the files that a curl command names, as curl would'),
} as const;

const verdictStatuses = { 0: 'the upload succeeded', 1: 'it failed' } as const;

export const commands = {
  preview: {
    usage: 'FILE',
    summary: 'prints the request for an Account XML, to the byte',
    details: `Diagnostics and advice go to standard error, a line each as check prints them; with json they are
part of what is printed.`,
    options: {
      ...requestOptions,
      format: format({ ...requestFormats, json: 'request, diagnostics and provenance' }),
      secrets,
    },
    statuses: { 0: 'the request is printed', 1: 'no request can be built' },
  },
  check: {
    usage: 'FILE…',
    summary: 'prints what is wrong in Account XMLs, and what servers make of them',
    details: `A line each: file:line:column severity RULE message
The severity is error, warning, info or advice. Lines and columns count from 1, columns in UTF-16
units. What is about no place in the document stands at 1:1, and has no line in JSON.

FILE may be a glob in quotes, 'accounts/**/*.xml', which takes files that begin with a dot too; one
with ! before it, '!**/old/**', leaves files out. A glob that matches nothing is bad usage. Of
several files the counts go to standard error.`,
    options: {
      ...readingOptions,
      format: format({
        text: 'a line each',
        json: 'an array with an item a file',
        sarif: 'SARIF 2.1.0, with rules and fixes',
        github: 'commands of a GitHub workflow, which annotate the lines',
        junit: 'JUnit XML, a suite a file',
      }),
      json: flag('the same as --format json'),
    },
    statuses: { 0: 'no errors', 1: 'errors' },
  },
  send: {
    usage: 'FILE',
    summary: 'does the upload and prints the verdict',
    details: `Where genericMediaUploadAuthUsername is set, a 401 with a Digest challenge is answered with the
whole request again, and over https one with Basic alone (--assume basic-auth=never: not at all);
text and json show every exchange. With a format of preview, the verdict goes to standard error.`,
    options: {
      ...requestOptions,
      format: format({
        text: 'the verdict and its reasons',
        json: 'the verdict, and what was sent and received',
        ...requestFormats,
      }),
      secrets,
      'accept-certificate': one('F', 'sends to an untrusted server whose certificate has the SHA-256 F'),
    },
    statuses: { ...verdictStatuses, 3: 'no complete reply, or no request can be built' },
  },
  'check-server': {
    usage: 'FILE…',
    summary: 'tries on the server everything that the app will send',
    details: `What it will send is said first: requests, bytes, time. A scenario is passed, a warning, failed,
observed (a probe), skipped (this configuration can't ask it) or not run; docs/check-server.md
explains them all. Photos and clips are made for it. Nothing is sent in parallel but one pair.

FILE may be a glob in quotes. Each file is a check of its own, one after the other. Ctrl+C ends it
at once, and what is known is reported.`,
    options: {
      scenario: several('NAME', 'a scenario or a group to run; by default the usual ones'),
      all: flag('runs those too that are only run where they are asked for'),
      list: flag('lists the scenarios; with FILE what each would do; sends nothing'),
      'report-junit': one('FILE', 'writes the reports as JUnit XML, a suite a file'),
      'report-json': one('FILE', 'writes the report of one FILE as JSON'),
      'report-html': one('FILE', 'writes the report of one FILE as a page without scripts'),
      time: one('SECONDS', 'the longest that a check may take; by default 300'),
      format: format({ text: 'a line a scenario, then a summary', json: 'the report of each file' }),
      ...requestOptions,
      media: one('FILE', 'your own photo or clip, sent beside the made ones'),
      'accept-certificate': one('F', 'sends to an untrusted server whose certificate has the SHA-256 F'),
    },
    alone: 'list',
    statuses: { 0: 'all as expected', 1: 'not all', 3: 'the server can’t be reached' },
  },
  bisect: {
    usage: 'FILE',
    summary: 'finds what matters between a request that passes and one that fails',
    details: `Sends mixtures of the two until no difference can be left out, then looks for the very characters or
the size. NAME is a scenario of check-server that sends an upload, an option of an assumption such
as part-names=quoted, or as-set-up. A mixture passes where the app would take the reply for success.`,
    options: {
      passing: one('NAME', 'the request that passes; by default as-set-up, with a small photo'),
      failing: one('NAME', 'the request that fails; with --against by default as-set-up'),
      against: one('ACCOUNT.xml', 'the request that passes is that of another Account XML'),
      budget: one('N', 'how many requests it may send; by default 40'),
      format: format({ text: 'a sentence', json: 'the same for programs' }),
      ...requestOptions,
      'accept-certificate': one('F', 'sends to an untrusted server whose certificate has the SHA-256 F'),
    },
    statuses: { 0: 'it is found', 1: 'it is not', 3: 'the server can’t be reached' },
  },
  judge: {
    usage: 'BODY-FILE --status N',
    summary: 'reads a saved reply the way the app would and prints the verdict',
    details: 'BODY-FILE holds the body of the reply.',
    options: {
      status: one('N', 'the status of the reply'),
      header: several("'Name: value'", 'a header of the reply'),
      assume: assume(assumptionRegistry.filter(({ rule }) => rule.startsWith('RES-'))),
      'no-advice': flag('leaves out reasons that did not make the verdict'),
      format: format({ text: 'the verdict and its reasons', json: 'the same for programs' }),
    },
    statuses: verdictStatuses,
  },
  set: {
    usage: 'FILE KEY=VALUE…',
    summary: 'edits keys of an Account XML, changes no other byte, and prints it',
    details: `KEY= empties a key. A key that is not there becomes the last child of its account. Of several
changes all are made or none.`,
    options: {
      remove: several('KEY', 'removes a key with its line'),
      'in-place': flag('writes the document back to FILE instead of printing it'),
      account,
      locale: one('L', 'which of localised values to set'),
    },
    statuses: { 0: 'every change is made', 1: 'a change is refused, none is made' },
  },
  link: {
    usage: 'FILE',
    summary: 'prints a link that opens an Account XML, its secrets left out',
    details: `Each secret has a word in its place (PASSWORD); which ones were left out goes to standard error.
With --decode FILE is a link: its Account XML is printed, what else it holds goes to standard error.`,
    options: {
      decode: flag('prints what is in a link'),
      json: flag('with --decode: prints all of it, as a session file'),
      page: one('URL', 'the address of the playground; by default http://127.0.0.1:4173/'),
      param: readingOptions.param,
      assume: readingOptions.assume,
      account,
      locale: readingOptions.locale,
      example: one('NAME', 'the example media: photo, clip or large'),
      ...mediaOptions,
    },
    statuses: { 0: 'the link, or what is in it, is printed', 1: 'the link opens nothing' },
  },
  explain: {
    usage: 'RULE',
    summary: 'prints a rule, such as TPL-8, and the assumptions that belong to it',
    details: 'RULE may be in any letter case.',
    options: { json },
    statuses: { 0: 'the rule is printed', 2: 'bad usage, or no such rule' },
  },
  receiver: {
    usage: 'FILE',
    summary: 'writes a small server that accepts the upload of an Account XML',
    details: `The options of preview say which request it accepts. Its README.md says how to run it and what it
needs to be told; no password is written into a file.`,
    options: {
      language: {
        ...one('L', 'the language, or what it is built on'),
        choices: {
          php: 'PHP',
          express: 'Node with Express and busboy',
          flask: 'Python with Flask',
          go: 'Go, its standard library alone',
        },
      },
      out: one('DIR', 'the folder for its files, which are not overwritten'),
      ...requestOptions,
    },
    statuses: { 0: 'the files are written', 1: 'they are not: no request, or files in the way' },
  },
  import: {
    usage: 'FILE',
    summary: 'prints the Account XML that makes the app send a captured request',
    details: `FILE holds a raw HTTP request, a HAR or an entry of one, or a curl command. The Account XML is
proven: the request it makes is compared with FILE, byte for byte. What the app can't send goes to
standard error, a line each with its rule; so does what each value was taken for.`,
    options: {
      ...captureOptions,
      take: several('PLACE=MEANING', 'what a value is: literal, left-out, or a parameter such as to'),
      'as-captured': flag('sends every value as it was captured; nothing is guessed'),
      assume: assume(assumptionRegistry),
      json,
    },
    statuses: { 0: 'the same bytes again', 1: 'something can’t be expressed', 2: 'not readable' },
  },
  inspect: {
    usage: 'FILE',
    summary: 'takes a captured request apart, and judges a captured reply',
    details: `FILE holds a raw HTTP request, a reply or both, a HAR or an entry of one, or a curl command.`,
    options: {
      ...captureOptions,
      against: one('ACCOUNT.xml', 'compares it with what this Account XML would send'),
      ...requestOptions,
      'show-secrets': flag('prints passwords, tokens and keys as they were captured, not their names'),
      json,
    },
    statuses: { 0: 'no faults and no differences', 1: 'faults or differences', 2: 'not readable' },
  },
  serve: {
    usage: '',
    summary: 'starts the playground: page, proxy, demo media server',
    details: `The first line on standard output is its address. It serves this machine only, until Ctrl+C.

With --hosted and --config it serves many users; a load balancer in front ends TLS. It then sends
to public addresses only, within limits; SIGTERM or Ctrl+C lets running uploads finish, a second
signal ends them. A line of JSON for each upload goes to standard error. See docs/hosting.md.`,
    options: {
      port: one('N', 'the port, 0 for any free one; by default 4173, or a free one if it is taken'),
      hosted: flag('for many users'),
      config: one('FILE', 'with --hosted: origins, secrets, targets, limits, as JSON'),
      'operations-port': one('N', 'with --hosted: the port of health and metrics'),
    },
    statuses: { 0: 'it was ended', 1: 'the port cannot be opened' },
  },
} as const satisfies Record<string, Command>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
/** What a command may return; bad usage is thrown. */
export type StatusOf<N extends CommandName> = Exclude<keyof Commands[N]['statuses'], 2>;
