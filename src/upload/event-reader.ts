/** Reads the proxy's NDJSON as it comes in: pieces of text in, whole events out. */
import type { ProtocolEvent } from './protocol.ts';

export interface EventReader {
  /** Takes the next piece of the stream and gives the events that it completes. */
  readonly push: (text: string) => ProtocolEvent[];
  /** Text left over when the stream has ended; empty where it ended with a whole line. */
  readonly rest: () => string;
}

/** A line that is no event means that something other than the proxy answered. */
export function createEventReader(): EventReader {
  let pending: string[] = [];
  return {
    push(text) {
      const events: ProtocolEvent[] = [];
      let from = 0;
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
        pending.push(text.slice(from, at));
        const line = pending.join('');
        pending = [];
        from = at + 1;
        if (line.trim() !== '') events.push(readEvent(line));
      }
      if (from < text.length) pending.push(text.slice(from));
      return events;
    },
    rest: () => pending.join(''),
  };
}

const types: Readonly<Record<ProtocolEvent['type'], true>> = {
  lookup: true,
  connected: true,
  tls: true,
  'head-sent': true,
  progress: true,
  'body-sent': true,
  interim: true,
  'reply-head': true,
  'reply-body': true,
  receipt: true,
  end: true,
  error: true,
};

function readEvent(line: string): ProtocolEvent {
  try {
    const value: unknown = JSON.parse(line);
    if (isEvent(value)) return value;
  } catch {
    // Not JSON: reported like any other line that is no event.
  }
  return { type: 'error', at: 0, code: 'internal', detail: `Unreadable event: ${line.slice(0, 200)}` };
}

/** Page and proxy are of one build, so the type's name is enough to trust the rest. */
function isEvent(value: unknown): value is ProtocolEvent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    Object.hasOwn(types, value.type)
  );
}
