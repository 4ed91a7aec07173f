/** What the page copies for a ticket. Secrets stay out whatever the menu is set to: a ticket has many readers. */
import { version } from '../../../package.json';
import type { BuiltRequest } from '../../core/build-request.ts';
import { blankSecrets } from '../../core/secrets/blank-secrets.ts';
import { documentSecrets } from '../../core/secrets/document-secrets.ts';
import { secretsOfHeader } from '../../core/secrets/header-secrets.ts';
import { literalSecrets } from '../../core/secrets/literal-secrets.ts';
import { requestSecrets } from '../../core/secrets/request-secrets.ts';
import { exportedRequest } from '../../exports/exported-request-of.ts';
import { type TicketInputs, type TicketReply, ticket } from '../../exports/ticket.ts';
import type { UploadsState } from '../state/uploads-provider.tsx';

type Outcome = Pick<UploadsState, 'upload' | 'outcome' | 'verdict' | 'hasChanged'>;

export function pageTicket(
  built: BuiltRequest,
  uploads: Outcome,
  browser: string,
  link: string | null,
): string {
  const secrets = requestSecrets(built);
  const { xml } = built.inputs;
  return ticket({
    configuration: blankSecrets(xml, documentSecrets(xml)),
    request: built.request && exportedRequest(built.request, secrets),
    outcome: outcomeOf(
      uploads,
      secrets.map(({ text }) => text),
    ),
    versions: { 'Media Upload Playground': version, Browser: browser },
    link,
  });
}

/** Only of the request that is on the screen. */
function outcomeOf(
  { upload, outcome, verdict, hasChanged }: Outcome,
  known: readonly string[],
): TicketInputs['outcome'] {
  const exchange = upload?.exchange;
  if (!exchange || hasChanged || exchange.stage !== 'done') return null;
  const { reply, failure } = exchange;
  const body = outcome?.kind === 'read' ? outcome.reading.raw.text : null;
  const shown: TicketReply | null = reply && {
    statusLine: `HTTP/${reply.httpVersion} ${reply.status} ${reply.statusText}`,
    headers: reply.headers.map(([name, value]) => [name, withoutKnown(headerWithout(name, value), known)]),
    body:
      body === null
        ? null
        : withoutKnown(blankSecrets(body, literalSecrets(body, { isExpanded: true })), known),
    bodySize: reply.received,
  };
  if (verdict.kind === 'judged') {
    const { success, shown: text, reasons } = verdict.verdict;
    return {
      reply: shown,
      verdict: success
        ? 'Upload succeeded'
        : withoutKnown(`Upload failed${text ? `: ${text.text}` : ''}`, known),
      reasons: reasons.map(({ rule, text: reason }) => ({ rule, text: withoutKnown(reason, known) })),
    };
  }
  const why = failure ? `No complete reply: ${failure.code}` : 'The reply was not judged';
  return { reply: shown, verdict: why, reasons: [] };
}

function headerWithout(name: string, value: string): string {
  return secretsOfHeader(name, value)
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}(secret)${rest.slice(end)}`, value);
}

/** A server may say back what it was sent. */
function withoutKnown(text: string, known: readonly string[]): string {
  return known
    .filter((secret) => secret.length >= 4)
    .reduce((rest, secret) => rest.replaceAll(secret, '(secret)'), text);
}
