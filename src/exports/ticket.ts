/** What a person pastes into a ticket: Markdown, bounded, without secrets. */
import { escapeUnseen } from '../core/source/escape-unseen.ts';
import { bodyPieces, type ExportedRequest, isVariable } from './exported-request.ts';
import { textOf, withPlaceholders } from './message.ts';

/** Characters of each text; more is cut, and that is said. */
const maxText = 20_000;

export interface TicketReply {
  readonly statusLine: string;
  readonly headers: readonly (readonly [string, string])[];
  /** As text; null where it is none. */
  readonly body: string | null;
  /** Bytes. */
  readonly bodySize: number;
}

export interface TicketInputs {
  /** The Account XML, its secrets masked. */
  readonly configuration: string;
  /** Null where none can be built. */
  readonly request: ExportedRequest | null;
  /** Of an upload that was sent; null where none was. */
  readonly outcome: {
    readonly reply: TicketReply | null;
    /** `Upload succeeded`, `Upload failed: …`, or why there is no reply. */
    readonly verdict: string;
    readonly reasons: readonly { readonly rule: string; readonly text: string }[];
  } | null;
  /** By name: the playground's own, the browser's … */
  readonly versions: Readonly<Record<string, string>>;
  /** Opens this session; null where there is none. */
  readonly link: string | null;
}

export function ticket(inputs: TicketInputs): string {
  const { configuration, request, outcome, versions, link } = inputs;
  const sections = [
    ...(outcome ? [['## Verdict', '', plain(outcome.verdict), ...reasons(outcome.reasons)]] : []),
    ['## Account XML', '', fenced(linesOf(configuration), 'xml')],
    ...(request ? [['## Request', '', fenced(messageText(request), 'http')]] : []),
    ...(outcome?.reply ? [['## Reply', '', fenced(replyText(outcome.reply), 'http')]] : []),
    [
      '## Versions',
      '',
      ...Object.entries(versions).map(([name, version]) => `- ${plain(name)}: ${plain(version)}`),
    ],
    ...(link === null ? [] : [['## Open it again', '', `<${link}>`]]),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function reasons(given: readonly { readonly rule: string; readonly text: string }[]): readonly string[] {
  return given.length === 0 ? [] : ['', ...given.map(({ rule, text }) => `- ${rule}: ${plain(text)}`)];
}

function messageText(request: ExportedRequest): string {
  const shown = withPlaceholders(request);
  const head = [
    `${shown.method} ${textOf(shown.target)} HTTP/1.1`,
    ...shown.headers.map(({ name, value }) => `${name}: ${textOf(value)}`),
  ];
  const body = bodyPieces(shown).map((piece) => {
    if (piece === 'media') return `(${request.fileName}, ${request.mediaSize ?? 0} bytes)`;
    return isVariable(piece) ? '' : new TextDecoder().decode(piece);
  });
  return `${head.map(escapeUnseen).join('\n')}\n\n${linesOf(body.join(''))}`;
}

function replyText({ statusLine, headers, body, bodySize }: TicketReply): string {
  const head = [statusLine, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return `${head.map(escapeUnseen).join('\n')}\n\n${body === null ? `(${bodySize} bytes that are no text)` : linesOf(body)}`;
}

const linesOf = (text: string) => cut(text).split(/\r?\n/).map(escapeUnseen).join('\n');

function cut(text: string): string {
  return text.length <= maxText
    ? text
    : `${text.slice(0, maxText)}\n(cut here: ${text.length} characters in all)`;
}

/** The fence is longer than any in the text, which can't end it. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** On one line, and nothing of it is Markdown. */
function plain(text: string): string {
  return escapeUnseen(text.replaceAll(/\s+/g, ' ')).replaceAll(/[\\`*_[\]<>#|~&!]/g, '\\$&');
}
