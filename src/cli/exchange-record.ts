/** What went over the wire, gathered from the events of an upload. */
import type { FailureCode, WireEvent } from '../upload/protocol.ts';
import type { Comparison, Receipt } from '../upload/receipt-comparison.ts';
import type { SentSha256 } from '../upload/sent-sha256.ts';

type EventOf<T extends WireEvent['type']> = Extract<WireEvent, { type: T }>;

/** What left, and what came of comparing it with the request as built; of an early end, its beginning. */
export interface ReceiptCheck {
  readonly head: Uint8Array;
  readonly receipt: Receipt;
  /** Else why there is none: the media changed since, or this Node has no WebAssembly to hash with. */
  readonly comparison: Comparison | 'media-changed' | 'not-hashed';
  /** Of the bytes that were sent; null where these are not known to be those that were read. */
  readonly sha256: SentSha256 | null;
}

export type Outcome =
  | {
      readonly kind: 'reply';
      readonly head: EventOf<'reply-head'>;
      readonly end: EventOf<'end'>;
      readonly body: Uint8Array;
    }
  | { readonly kind: 'failure'; readonly code: FailureCode; readonly detail: string };

const timed = ['connected', 'tls', 'head-sent', 'body-sent', 'reply-head', 'end', 'error'] as const;

export class ExchangeRecord {
  /** Set by whoever compared; null where nothing left. */
  check: ReceiptCheck | null = null;
  private readonly events: WireEvent[] = [];
  private readonly body: Uint8Array[] = [];

  /** Takes the events in their order. */
  add(event: WireEvent): void {
    if (event.type === 'reply-body') this.body.push(Buffer.from(event.base64, 'base64'));
    else if (event.type !== 'progress') this.events.push(event);
  }

  outcome(): Outcome {
    const error = this.find('error');
    if (error) return { kind: 'failure', code: error.code, detail: error.detail };
    const [head, end] = [this.find('reply-head'), this.find('end')];
    if (head && end) return { kind: 'reply', head, end, body: Buffer.concat(this.body) };
    return {
      kind: 'failure',
      code: 'internal',
      detail: 'The upload ended without a reply and without an error.',
    };
  }

  /** The head as it was written and the receipt of the body; null where there is none. */
  left(): { readonly head: Uint8Array | null; readonly receipt: Receipt | null } {
    const head = this.find('head-sent')?.head;
    return {
      head: head === undefined ? null : Buffer.from(head, 'base64'),
      receipt: this.find('receipt') ?? null,
    };
  }

  tls(): EventOf<'tls'> | null {
    return this.find('tls') ?? null;
  }

  /** As `send --format json` prints it under `exchange`, which leaves out what is undefined. */
  toJson() {
    const { address, port } = this.find('connected') ?? {};
    const { type: _tls, at: _tlsAt, ...tls } = this.find('tls') ?? {};
    const { type: _head, at: _headAt, ...head } = this.find('reply-head') ?? {};
    const { replyBytes, truncated, trailers = [] } = this.find('end') ?? {};
    const interims = this.events.flatMap((event) => (event.type === 'interim' ? [event.status] : []));
    const times = timed.flatMap((type) => this.find(type) ?? []).map(({ type, at }) => [type, at] as const);
    return {
      address,
      port,
      ...('version' in tls && { tls }),
      ...head,
      replyBytes,
      truncated,
      // Statuses of interim replies, such as 103.
      ...(interims.length > 0 && { interims }),
      // Fields after the last chunk of the reply.
      ...(trailers.length > 0 && { trailers }),
      ...(this.check && { sent: sentJson(this.check) }),
      // Since the start, by what had happened.
      milliseconds: Object.fromEntries(times),
    };
  }

  private find<T extends WireEvent['type']>(type: T): EventOf<T> | undefined {
    return this.events.find((event): event is EventOf<T> => event.type === type);
  }
}

/** What left through the socket: its head to the empty line, SHA-256 of the body's bytes and of the media. */
function sentJson({ head, receipt, comparison, sha256 }: ReceiptCheck) {
  return {
    head: Buffer.from(head).toString(),
    bodyBytes: receipt.bodyBytes,
    sha256: sha256?.body ?? null,
    ...(sha256?.media != null && { mediaSha256: sha256.media }),
    // Null where it could not be compared.
    equalsPreview: typeof comparison === 'string' ? null : comparison.kind === 'equal',
  };
}
