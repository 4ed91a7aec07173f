import { describe, expect, it } from 'vitest';
import { failureTexts } from './failure-texts.ts';
import { failureTitle, failureTitles, isCertificateProblem } from './failure-titles.ts';
import type { FailureCode } from './protocol.ts';

const codes = Object.keys(failureTexts) as FailureCode[];

describe('the texts of failures', () => {
  it.each(codes)('say what happened and what to try: %s', (code) => {
    const { explanation, advice } = failureTexts[code];
    expect(failureTitles[code].title).toMatch(/^\p{Ll}[^.]+$/u);
    for (const sentence of [explanation, ...advice]) expect(sentence).toMatch(/^\S.*[.?]$/);
    expect(advice.length).toBeGreaterThan(0);
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
