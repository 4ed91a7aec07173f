import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withAssumptions } from './assumptions.ts';
import { buildRequest } from './pipeline.ts';
import { bodyStretches, concatenate } from './request/bytes.ts';

interface Vector {
  readonly name: string;
  readonly xml: string;
  readonly parameters: Record<string, string>;
  readonly media: { readonly name: string; readonly type: string; readonly hex: string };
  readonly assumptions: Record<string, string>;
  readonly boundary: string;
  readonly expect: {
    readonly method: string;
    readonly url: string;
    readonly target: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly bodyHex: string;
    readonly rules: readonly string[];
  };
}

const path = new URL('../../fixtures/vectors/request.json', import.meta.url);
const vectors = JSON.parse(readFileSync(path, 'utf8')) as readonly Vector[];

test.each(vectors)('the contract case "$name" gives the expected bytes', (vector) => {
  const media = Buffer.from(vector.media.hex, 'hex');
  const built = buildRequest({
    xml: vector.xml,
    parameters: vector.parameters,
    media: { name: vector.media.name, size: media.length, declaredType: vector.media.type, head: media },
    assumptions: withAssumptions(vector.assumptions),
    boundary: vector.boundary,
  });
  const plan = built.request;
  expect(plan).not.toBeNull();
  if (!plan) return;
  const body = concatenate(bodyStretches(plan).map((stretch) => (stretch === 'media' ? media : stretch)));
  expect({ method: plan.method, url: plan.url, target: plan.target }).toEqual({
    method: vector.expect.method,
    url: vector.expect.url,
    target: vector.expect.target,
  });
  expect(plan.headers.map(({ name, value }) => [name, value])).toEqual(vector.expect.headers);
  expect(Buffer.from(body).toString('latin1')).toBe(
    Buffer.from(vector.expect.bodyHex, 'hex').toString('latin1'),
  );
  expect(plan.bodyLength).toBe(body.length);
  expect(plan.targetPieces.map((piece) => piece.text).join('')).toBe(plan.target);
  const rules = built.diagnostics.map((diagnostic) => diagnostic.rule);
  expect(rules).toEqual(expect.arrayContaining([...vector.expect.rules]));
  if (vector.expect.rules.length === 0) expect(rules).toEqual([]);
});
