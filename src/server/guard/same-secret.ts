import { timingSafeEqual } from 'node:crypto';

/** In a time that depends on the length alone, which isn't secret. */
export function isSameSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
