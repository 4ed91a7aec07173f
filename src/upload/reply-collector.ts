/** Collects a reply from events, and passes on what an exchange needs to know of them. */
import { bytesOfBase64 } from './base64.ts';
import { ByteCollector } from './byte-collector.ts';
import type { ExchangeEvent } from './exchange.ts';
import type { EventOf, ProtocolEvent } from './protocol.ts';

/** Interim replies that are passed on one by one. */
const maxInterims = 20;

export class ReplyCollector {
  head: EventOf<'reply-head'> | null = null;
  end: EventOf<'end'> | null = null;
  private readonly bytes = new ByteCollector();
  private interims = 0;

  /** What a moment brought, in no more events than there are kinds and `maxInterims`. */
  take(events: readonly ProtocolEvent[]): ExchangeEvent[] {
    const passed: ExchangeEvent[] = [];
    for (const event of events) {
      const next = this.condensed(event);
      const last = passed.at(-1);
      const merged = last && merge(last, next);
      if (merged) passed[passed.length - 1] = merged;
      else passed.push(next);
    }
    return passed;
  }

  /** In one piece. */
  body(): Uint8Array<ArrayBuffer> {
    return this.bytes.joined();
  }

  private condensed(event: ProtocolEvent): ExchangeEvent {
    switch (event.type) {
      case 'reply-body': {
        const chunk = bytesOfBase64(event.base64);
        this.bytes.add(chunk);
        return { type: 'reply-bytes', bytes: chunk.length };
      }
      case 'interim':
        this.interims += 1;
        return this.interims <= maxInterims ? event : { type: 'more-interims', count: 1 };
      case 'reply-head':
        this.head = event;
        return event;
      case 'end':
        this.end = event;
        return event;
      default:
        return event;
    }
  }
}

/** Two events in a row that one can stand for. */
function merge(last: ExchangeEvent, next: ExchangeEvent): ExchangeEvent | null {
  if (last.type === 'reply-bytes' && next.type === 'reply-bytes') {
    return { type: 'reply-bytes', bytes: last.bytes + next.bytes };
  }
  if (last.type === 'more-interims' && next.type === 'more-interims') {
    return { type: 'more-interims', count: last.count + next.count };
  }
  return last.type === 'progress' && next.type === 'progress' ? next : null;
}
