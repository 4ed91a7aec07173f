/**
 * One upload to a misbehaving demo server. It shares the process with the proxy, so whatever a
 * scenario does ends with its connection, and its connection ends after a time.
 */
import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { DemoReply, DemoReplyKind } from './demo-replies.ts';
import type { ScenarioOptions } from './demo-scenario-choice.ts';

export interface DemoVisit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The connection itself, for what HTTP does not know. */
  readonly socket: Socket;
  readonly reply: DemoReplyKind;
  readonly options: ScenarioOptions;
  /** Aborted with the connection's end, and after `patience`. */
  readonly signal: AbortSignal;
  /**
   * Reads the body and keeps its report; `onBytes` as of `readDemoBody`. Over where the body or its
   * connection is: then false.
   */
  readonly receive: (onBytes?: (total: number) => void | Promise<void>) => Promise<boolean>;
  /** What a server without this scenario would answer; before the body was read, the documentation's success. */
  readonly usual: (kind?: DemoReplyKind) => DemoReply;
  /** Keeps a report of an upload whose body is not read. */
  readonly leaveUnread: () => void;
}

export type DemoBehaviour = (visit: DemoVisit) => void | Promise<void>;

interface Opening
  extends Pick<DemoVisit, 'request' | 'response' | 'reply' | 'options' | 'usual' | 'leaveUnread'> {
  readonly socket: Socket;
  readonly read: (onBytes?: (total: number) => void | Promise<void>) => Promise<void>;
  /** Milliseconds. */
  readonly patience: number;
}

/** Resolves when the behaviour is through with it. */
export async function runVisit(
  { socket, read, patience, ...given }: Opening,
  behave: DemoBehaviour,
): Promise<void> {
  const { response } = given;
  const over = new AbortController();
  const timer = setTimeout(() => socket.destroy(), patience);
  // Nobody is there to be told of a write that came too late.
  response.on('error', () => {});
  response.on('close', () => {
    clearTimeout(timer);
    over.abort();
  });
  const receive = async (onBytes?: (total: number) => void | Promise<void>) => {
    await read(onBytes);
    return !over.signal.aborted && !socket.destroyed;
  };
  try {
    await behave({ ...given, socket, signal: over.signal, receive });
  } catch (error) {
    // Whatever waited when the connection ended was told so.
    if (!over.signal.aborted) throw error;
  }
}

/** Rejects where the connection ends first. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal });
}

/** Past Node's HTTP: bytes as they are, then the end of the connection. */
export function writeRaw(socket: Socket, bytes: string | Uint8Array): void {
  socket.write(bytes);
  socket.destroySoon();
}

/** The head of a reply in bytes; `Connection: close` is added, for what follows may be anything. */
export function rawHead(status: number, headers: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}Connection: close\r\n\r\n`;
}

/** An ordinary reply, with the right length. */
export function answer(
  response: ServerResponse,
  { status, contentType, body }: Omit<DemoReply, 'body'> & { readonly body: string | Uint8Array },
  headers: OutgoingHttpHeaders = {},
): void {
  const content = Buffer.from(body);
  response.writeHead(status, {
    ...(content.length > 0 && { 'Content-Type': contentType, 'X-Content-Type-Options': 'nosniff' }),
    'Content-Length': content.length,
    ...headers,
  });
  response.end(content);
}

/** Writes one block again and again, no faster than it is read and without holding more of it. */
export async function pour(
  { response, signal }: Pick<DemoVisit, 'response' | 'signal'>,
  block: Uint8Array,
  bytes: number,
): Promise<void> {
  for (let left = bytes; left > 0; left -= block.length) {
    const flowing = response.write(left < block.length ? block.subarray(0, left) : block);
    if (signal.aborted) return;
    if (!flowing) await once(response, 'drain', { signal });
  }
}
