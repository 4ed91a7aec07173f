/** What a capture is, by how it begins. */
import { latin1 } from './byte-text.ts';
import type { Capture } from './captured.ts';
import { isCurl } from './curl/read-curl.ts';

/** `start`: some kilobytes of it. */
export function captureKind(start: Uint8Array): Capture['source'] {
  const text = latin1(start.subarray(0, 65536)).replace(/^ï»¿/, '').trimStart();
  if (/^[{[]\s*["{}\]]/.test(text)) return 'har';
  const [first = ''] = text.split('\n', 1);
  if (/^(?:[A-Z]{3,10} \S+ HTTP\/\d|HTTP\/\d|[<>*] )/.test(first)) return 'raw';
  return isCurl(text) ? 'curl' : 'raw';
}
