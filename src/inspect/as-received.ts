/** Once through the socket: as UTF-8, without the space around it (RFC 9110, 5.5). */
export function asReceived(value: string): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(value));
  return text.replace(/^[\t ]+|[\t ]+$/g, '');
}
