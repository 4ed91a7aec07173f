import { timingSafeEqual } from 'node:crypto';

/** In a time that tells nothing but the length, which is no secret. */
export function isSameSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
