/** Collects a reply from the proxy's events, and tells the page's own thread what is left to know. */
import { bytesOfBase64 } from '../../upload/base64.ts';
import type { EventOf, WireEvent } from '../../upload/protocol.ts';
import { ByteCollector } from './byte-collector.ts';
import type { PageEvent } from './exchange.ts';

/** Interim replies that are told one by one. */
const maxInterims = 20;

export class ReplyCollector {
  head: EventOf<'reply-head'> | null = null;
  end: EventOf<'end'> | null = null;
  private readonly bytes = new ByteCollector();
  private interims = 0;

  /** What a moment brought, in no more events than there are kinds and `maxInterims`. */
  take(events: readonly WireEvent[]): PageEvent[] {
    const told: PageEvent[] = [];
    for (const event of events) {
      const next = this.condensed(event);
      const last = told.at(-1);
      const merged = last && merge(last, next);
      if (merged) told[told.length - 1] = merged;
      else told.push(next);
    }
    return told;
  }

  /** In one piece. */
  body(): Uint8Array<ArrayBuffer> {
    return this.bytes.joined();
  }

  private condensed(event: WireEvent): PageEvent {
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
function merge(last: PageEvent, next: PageEvent): PageEvent | null {
  if (last.type === 'reply-bytes' && next.type === 'reply-bytes') {
    return { type: 'reply-bytes', bytes: last.bytes + next.bytes };
  }
  if (last.type === 'more-interims' && next.type === 'more-interims') {
    return { type: 'more-interims', count: last.count + next.count };
  }
  return last.type === 'progress' && next.type === 'progress' ? next : null;
}
