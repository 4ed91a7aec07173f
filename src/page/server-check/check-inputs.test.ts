import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { checkInputs, isSameCheck } from './check-inputs.ts';
import { fileNameOf } from './report-forms.ts';

const { inputs } = buildFor({ url: 'https://media.example/up', params: { to: '+1' } });

describe('what a check is made of', () => {
  it('is the same while only the boundary is another', () => {
    expect(isSameCheck(inputs, { ...inputs, boundary: 'other' })).toBe(true);
  });

  it.each([
    ['the document', { xml: `${inputs.xml} ` }],
    ['a parameter', { parameters: { to: '+2' } }],
    ['the account', { account: 2 }],
    ['an assumption', { assumptions: { ...inputs.assumptions, 'part-names': 'quoted' } }],
    ['the media', { media: { ...inputs.media, size: 10 } }],
  ] as const)('is another with %s', (_, change) => {
    expect(isSameCheck(inputs, { ...inputs, ...change })).toBe(false);
  });

  it('has no file of the person’s while a sample stands in', () => {
    expect(checkInputs(inputs, { kind: 'stand-in' }).media.standIn).toBe(true);
    expect(checkInputs(inputs, { kind: 'file' })).toBe(inputs);
  });
});

it('a report is named after its server and day', () => {
  const startedAt = Date.UTC(2026, 10, 27);
  expect(fileNameOf('junit', { url: 'https://media.example:8443/up', startedAt })).toBe(
    'check-media.example-2026-11-27.xml',
  );
  expect(fileNameOf('html', { url: 'http://[::1]/up', startedAt })).toBe('check-1-2026-11-27.html');
});
