import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../../core/request/plan.ts';
import { advanceExchange, startExchange } from '../../upload/exchange.ts';
import type { FailureCode, ProtocolEvent } from '../../upload/protocol.ts';
import { acceptedProblem } from '../state/failures.ts';
import { type CertificateFacts, certificateOffer, formatDate, validityOf } from './certificates.ts';

const facts: CertificateFacts = {
  subject: 'm.example',
  issuer: 'Authority',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-03-01T00:00:00.000Z',
  names: ['m.example'],
  fingerprint: 'AA:BB',
};
const at = (date: string) => validityOf(facts, Date.parse(date));

describe('the validity of a certificate', () => {
  it.each([
    ['2026-01-02T00:00:00Z', 'expires in 58 days', 'good'],
    ['2026-02-20T00:00:00Z', 'expires in 9 days', 'soon'],
    ['2026-02-28T12:00:00Z', 'expires in less than a day', 'soon'],
    ['2026-03-02T01:00:00Z', 'expired 1 day ago', 'bad'],
    ['2025-12-30T00:00:00Z', 'not valid for another 2 days', 'bad'],
  ])('is said in days: at %s it %s', (date, text, tone) => {
    expect(at(date)).toEqual({ text, tone });
  });

  it('is unknown where the date is none', () => {
    expect(validityOf({ ...facts, validTo: 'soon' }, 0).text).toContain('not valid');
    expect(validityOf({ ...facts, validFrom: '', validTo: '' }, 0)).toMatchObject({ tone: 'bad' });
    expect(formatDate('soon')).toBe('soon');
    expect(formatDate(facts.validTo)).toBe('2026-03-01 00:00 UTC');
  });
});

function failed(code: FailureCode, accept?: string, secure = true) {
  const plan = { url: `http${secure ? 's' : ''}://m.example/`, secure } as RequestPlan;
  const start = startExchange({ plan, startedAt: 0, ...(accept && { acceptCertificate: accept }) });
  const tls: ProtocolEvent = {
    type: 'tls',
    at: 1,
    version: 'TLSv1.3',
    cipher: 'c',
    chain: [facts],
    problem: { code: 'tls-self-signed', detail: '' },
    accepted: false,
  };
  const error: ProtocolEvent = { type: 'error', at: 2, code, detail: '' };
  return advanceExchange(start, { type: 'events', events: [tls, error] });
}

describe('the offer to accept a certificate', () => {
  it('is made where the upload failed for it', () => {
    expect(certificateOffer(failed('tls-self-signed'))).toEqual({
      server: 'm.example:443',
      chain: [facts],
      problem: 'it is self-signed',
      isAnother: false,
    });
  });

  it('says where another one was accepted before', () => {
    expect(certificateOffer(failed('tls-self-signed', 'CC'))?.isAnother).toBe(true);
    expect(certificateOffer(failed('tls-self-signed', 'AA:BB'))?.isAnother).toBe(false);
  });

  it('is not made for any other failure, nor without TLS', () => {
    expect(certificateOffer(failed('tls-protocol'))).toBeNull();
    expect(certificateOffer(failed('refused'))).toBeNull();
    expect(certificateOffer(failed('tls-expired', undefined, false))).toBeNull();
  });

  it('is remembered in what was sent with it', () => {
    expect(acceptedProblem(failed('refused'))).toBeNull();
    const sent = failed('refused');
    const tls = sent.tls && { ...sent.tls, accepted: true };
    expect(acceptedProblem({ ...sent, tls })).toBe('tls-self-signed');
  });
});
