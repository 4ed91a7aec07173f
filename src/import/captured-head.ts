/** The head of a captured request as it stood on the wire, to be compared with. */
import type { CapturedRequest } from '../capture/captured.ts';

export function capturedHead({ method, target, version, headers }: CapturedRequest): string {
  const lines = headers.map(({ name, value, line }) => `${line ?? `${name}: ${value}`}\r\n`);
  return `${method} ${target} HTTP/${version}\r\n${lines.join('')}\r\n`;
}
