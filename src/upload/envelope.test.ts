import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../core/request/plan.ts';
import { client } from '../core/source/provenance.ts';
import { envelopeLine } from './envelope.ts';
import { maxEnvelopeBytes } from './protocol.ts';

const header = (name: string, value: string) => ({ name, value, pieces: [], origin: client });

function planWith(value: string): RequestPlan {
  return {
    method: 'PUT',
    url: 'http://127.0.0.1/ž',
    headers: [header('Host', '127.0.0.1'), header('X-D', value), header('X-D', value)],
    bodyLength: 10,
    timeoutSeconds: 30,
  } as unknown as RequestPlan;
}

describe('the envelope', () => {
  it('is one line of JSON that keeps the order and the duplicates of headers', () => {
    const line = new TextDecoder().decode(envelopeLine({ plan: planWith('a\u2028"b') }) ?? undefined);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toEqual({
      method: 'PUT',
      url: 'http://127.0.0.1/ž',
      headers: [
        ['Host', '127.0.0.1'],
        ['X-D', 'a\u2028"b'],
        ['X-D', 'a\u2028"b'],
      ],
      bodyLength: 10,
      limits: { silence: 30 },
    });
  });

  it('names the certificate that was accepted, and none by default', () => {
    const read = (acceptCertificate?: string) => {
      const sent = { plan: planWith('x'), ...(acceptCertificate && { acceptCertificate }) };
      return JSON.parse(new TextDecoder().decode(envelopeLine(sent) ?? undefined)).acceptCertificate;
    };
    expect(read('AB:CD')).toBe('AB:CD');
    expect(read()).toBeUndefined();
  });

  it('is refused where it would be longer than the proxy takes', () => {
    expect(envelopeLine({ plan: planWith('x'.repeat(maxEnvelopeBytes)) })).toBeNull();
  });
});
