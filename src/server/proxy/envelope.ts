/** Reads the envelope: the one line of JSON ahead of the upload's body. */
import type { Readable } from 'node:stream';
import { type Envelope, maxEnvelopeBytes } from '../../upload/protocol.ts';
import type { Failure } from '../upload/failure.ts';
import { shapedEnvelope } from './envelope-shape.ts';
import { isDeeperThan } from './json-depth.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** An object, its list of headers, a header. */
const envelopeDepth = 3;

export interface ReadEnvelope {
  readonly envelope: Envelope;
  /** Bytes of its line, LF included. */
  readonly length: number;
}

/** What follows the line stays in the stream. `timeout`: milliseconds for the line to come. */
export async function readEnvelope(source: Readable, timeout: number): Promise<ReadEnvelope | Failure> {
  const line = await readLine(source, timeout);
  if (line === 'too-slow') {
    const detail = `The envelope did not come within ${timeout / 1000} s.`;
    return { code: 'envelope-invalid', detail };
  }
  if (line === null)
    return { code: 'envelope-invalid', detail: 'The envelope is cut off: its line has no end.' };
  if (line === 'too-long') {
    return { code: 'envelope-invalid', detail: `The envelope is longer than ${maxEnvelopeBytes} bytes.` };
  }
  if (isDeeperThan(line, envelopeDepth)) {
    return { code: 'envelope-invalid', detail: 'The envelope is nested too deeply.' };
  }
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(line));
  } catch {
    return { code: 'envelope-invalid', detail: 'The envelope is not JSON in UTF-8.' };
  }
  const envelope = shapedEnvelope(value);
  return typeof envelope === 'string'
    ? { code: 'envelope-invalid', detail: envelope }
    : { envelope, length: line.length + 1 };
}

type Line = Buffer | null | 'too-long' | 'too-slow';

/** The bytes before the first LF; null where the source ends before it. */
function readLine(source: Readable, timeout: number): Promise<Line> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => finish('too-slow'), timeout);
    const finish = (result: Line) => {
      clearTimeout(timer);
      source.off('data', onData);
      source.off('end', onEnd);
      source.off('close', onEnd);
      source.off('error', onEnd);
      source.pause();
      resolve(result);
    };
    const onEnd = () => finish(null);
    const onData = (chunk: Buffer) => {
      const at = chunk.indexOf(0x0a);
      if (length + (at < 0 ? chunk.length : at + 1) > maxEnvelopeBytes) return finish('too-long');
      if (at < 0) {
        chunks.push(chunk);
        length += chunk.length;
        return;
      }
      chunks.push(chunk.subarray(0, at));
      finish(Buffer.concat(chunks));
      if (at + 1 < chunk.length) source.unshift(chunk.subarray(at + 1));
    };
    source.on('data', onData);
    source.on('end', onEnd);
    source.on('close', onEnd);
    source.on('error', onEnd);
  });
}
