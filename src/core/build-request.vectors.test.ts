import { describe, expect, test } from 'vitest';
import requestVectors from '../test/fixtures/vectors/request.json' with { type: 'json' };
import responseVectors from '../test/fixtures/vectors/response.json' with { type: 'json' };
import { withAssumptions } from './assumptions.ts';
import { buildRequest } from './build-request.ts';
import type { RequestPlan } from './request/plan.ts';
import { judgeResponse } from './response/judge.ts';
import { textOf } from './source/provenance.ts';

type Overrides = Readonly<Record<string, string>>;

describe('every request of the vectors comes out to the byte', () => {
  test.each(requestVectors)('$name', ({
    xml,
    parameters,
    media,
    assumptions,
    boundary,
    expect: expected,
  }) => {
    const bytes = Buffer.from(media.hex, 'hex');
    const { request, diagnostics } = buildRequest({
      xml,
      parameters: parameters as Overrides,
      media: { name: media.name, size: bytes.length, declaredType: media.type, head: bytes.subarray(0, 64) },
      assumptions: withAssumptions(assumptions as Overrides),
      boundary,
    });
    expect(request?.method).toBe(expected.method);
    expect(request?.url).toBe(expected.url);
    expect(request?.target).toBe(expected.target);
    expect(request && textOf(request.targetPieces)).toBe(expected.target);
    expect(request?.headers.map(({ name, value }) => [name, value])).toEqual(expected.headers);
    expect(request && bodyHex(request, bytes)).toBe(expected.bodyHex);
    expect(request?.bodyLength).toBe(expected.bodyHex.length / 2);
    const rules = diagnostics.map(({ rule }) => rule);
    // A case without rules is one that nothing is to be said of.
    expect(rules).toEqual(expected.rules.length === 0 ? [] : expect.arrayContaining(expected.rules));
  });
});

describe('every reply of the vectors is read as the app would', () => {
  test.each(responseVectors)('$name', ({ status, headers, body, assumptions, expect: expected }) => {
    const verdict = judgeResponse({
      status,
      headers: headers.map(([name = '', value = '']) => [name, value] as const),
      body: Buffer.from(body),
      assumptions: withAssumptions((assumptions ?? {}) as Overrides),
    });
    expect(verdict.success).toBe(expected.success);
    expect(verdict.mediaUrl).toBe(expected.mediaUrl);
    expect(verdict.path).toBe(expected.path);
    // `message: null` stands for the app's generic text.
    if (expected.message === null) expect(verdict.generic).toBe(true);
    else if (!expected.success) expect(verdict).toMatchObject({ generic: false, shown: expected.message });
    expect(verdict.reasons.map(({ rule }) => rule)).toEqual(expect.arrayContaining(expected.rules));
  });
});

function bodyHex(plan: RequestPlan, media: Uint8Array): string {
  const bytes = plan.body.map((segment) => (segment.kind === 'media' ? media : segment.bytes));
  return Buffer.concat(bytes).toString('hex');
}
