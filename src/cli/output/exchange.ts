/** What `send` says of an exchange in words, below the verdict. */
import { certificateProblems, isCertificateProblem } from '../../upload/failure-titles.ts';
import type { CertificateFacts } from '../../upload/protocol.ts';
import type { ExchangeRecord, Outcome, ReceiptCheck } from '../exchange-record.ts';
import type { SentExchanges } from '../send-exchanges.ts';

/** Each a line, indented. */
export function exchangeLines({ earlier, last, unanswered }: SentExchanges): readonly string[] {
  const outcome = last.outcome();
  const logins = earlier.map(({ record, text }, index) => {
    const status = statusOf(record.outcome());
    return `  Exchange ${index + 1} of ${earlier.length + 1}: ${status}. ${text}`;
  });
  return [
    ...logins,
    ...(unanswered === null ? [] : [`  ${unanswered}`]),
    ...(outcome.kind === 'reply' ? [replyLine(outcome)] : []),
    ...(last.check ? sentLines(last.check) : []),
    ...certificateLines(last, outcome),
  ];
}

type Reply = Extract<Outcome, { kind: 'reply' }>;

function statusOf(outcome: Outcome): string {
  return outcome.kind === 'reply' ? `HTTP ${outcome.head.status} ${outcome.head.statusText}` : outcome.code;
}

function replyLine(reply: Reply): string {
  const { end } = reply;
  const cut = end.truncated ? ' (the rest was dropped)' : '';
  return `  ${statusOf(reply)}, ${end.replyBytes} bytes${cut} after ${Math.round(end.at)} ms`;
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
function certificateLines(record: ExchangeRecord, outcome: Outcome): readonly string[] {
  const tls = record.tls();
  const [own] = tls?.chain ?? [];
  if (!tls?.problem || own === undefined) return [];
  const why = `not trusted: ${certificateProblems[tls.problem.code]}`;
  if (tls.accepted) return [`  Certificate ${why}. Accepted by --accept-certificate ${own.fingerprint}`];
  if (outcome.kind !== 'failure' || !isCertificateProblem(outcome.code)) return [];
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
