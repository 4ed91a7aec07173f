import { describe, expect, it } from 'vitest';
import { failures, failureTitle, isCertificateProblem } from './failures.ts';
import type { FailureCode } from './protocol.ts';

const codes = Object.keys(failures) as FailureCode[];

describe('the texts of failures', () => {
  it.each(codes)('say what happened and what to try: %s', (code) => {
    const { title, explanation, whatToTry } = failures[code];
    expect(title).toMatch(/^(?:\p{Ll}|DNS|TLS)[^.]+$/u);
    for (const sentence of [explanation, ...whatToTry]) expect(sentence).toMatch(/^\S.*[.?]$/);
  });

  it('are different ones for every code', () => {
    const titles = codes.map((code) => failureTitle(code, false));
    expect(new Set(titles).size).toBe(codes.length);
  });

  it('never sound like a verdict', () => {
    for (const code of codes) expect(failureTitle(code, true)).not.toMatch(/upload (succeeded|failed)/i);
  });

  it('offer to accept a certificate only where one was shown', () => {
    expect(codes.filter(isCertificateProblem)).toEqual([
      'tls-expired',
      'tls-not-yet-valid',
      'tls-wrong-name',
      'tls-self-signed',
      'tls-unknown-authority',
    ]);
  });
});
