/** What `send` says of an exchange in words, below the verdict. */
import { failures } from '../../upload/failures.ts';
import type { CertificateFacts } from '../../upload/protocol.ts';
import type { Exchange, ReceiptCheck, SentExchanges } from '../send-exchanges.ts';

/** Each a line, indented. */
export function exchangeLines({ earlier, last, unanswered }: SentExchanges): readonly string[] {
  const logins = earlier.map(
    ({ exchange, text }, index) =>
      `  Exchange ${index + 1} of ${earlier.length + 1}: ${statusOf(exchange)}. ${text}`,
  );
  return [
    ...logins,
    ...(unanswered === null ? [] : [`  ${unanswered}`]),
    ...replyLines(last.exchange),
    ...(last.check ? sentLines(last.check) : []),
    ...certificateLines(last.exchange),
  ];
}

function statusOf({ reply }: Exchange): string {
  return reply === null ? 'no reply' : `HTTP ${reply.status} ${reply.statusText}`;
}

function replyLines(exchange: Exchange): readonly string[] {
  const { end } = exchange;
  if (end === null) return [];
  const cut = end.truncated ? ' (the rest was dropped)' : '';
  return [`  ${statusOf(exchange)}, ${end.replyBytes} bytes${cut} after ${Math.round(end.at)} ms`];
}

function sentLines({ head, receipt, comparison, sha256 }: ReceiptCheck): readonly string[] {
  const hash = sha256 === null ? '' : `, SHA-256 ${sha256.body}`;
  const what = `head of ${head.length} bytes, body of ${receipt.bodyBytes} bytes${hash}`;
  const media = sha256?.media ?? null;
  return [
    `  Sent: ${what}; ${comparedWords(comparison)}`,
    ...(media === null ? [] : [`  Media in it: SHA-256 ${media}`]),
  ];
}

function comparedWords(comparison: ReceiptCheck['comparison']): string {
  if (comparison === 'media-changed') return 'not compared, the media file changed since';
  if (comparison === 'not-hashed') return 'not compared, this Node.js has no WebAssembly';
  if (comparison.kind === 'different') return 'NOT EQUAL to the preview, please report this';
  const part = comparison.bytes === comparison.of ? '' : `, as far as it went (${comparison.of} were to go)`;
  return `equal to the preview${part}`;
}

/** A certificate that was not trusted: accepted all the same, or what to write to accept it. */
function certificateLines({ tls, failure }: Exchange): readonly string[] {
  const [own] = tls?.chain ?? [];
  if (!tls?.problem || own === undefined) return [];
  const why = `not trusted: ${failures[tls.problem.code].certificate}`;
  if (tls.accepted) return [`  Certificate ${why}. Accepted by --accept-certificate ${own.fingerprint}`];
  if (failure?.code !== tls.problem.code) return [];
  return [
    `  Certificate ${why}`,
    ...factLines(own),
    '  If you know this server, and its SHA-256 is the one that you expect, send again with',
    `    --accept-certificate ${own.fingerprint}`,
  ];
}

function factLines({ subject, issuer, names, validFrom, validTo, fingerprint }: CertificateFacts) {
  const facts = [
    ['of', subject || 'no name'],
    ['for', names.join(', ') || 'no names'],
    ['issued by', issuer || 'not named'],
    ['valid', `${validFrom} to ${validTo}`],
    ['SHA-256', fingerprint],
  ] as const;
  return facts.map(([name, value]) => `    ${name} ${value}`);
}
