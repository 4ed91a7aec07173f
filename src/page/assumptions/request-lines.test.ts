import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { buildRequest } from '../../core/build-request.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { requestLines, sameRequest } from './request-lines.ts';

const xml = (scheme: string) => `<account><password>s3cret</password>
  <genericMediaUploadUrl>${scheme}://h.example/?p=%account[password]%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>a=1&amp;f=%media_content%</genericMediaUploadMultipartData></account>`;

function plan(scheme: string, assume: Partial<typeof defaultAssumptions> = {}): RequestPlan {
  const media = { name: 'a.jpg', size: 5, declaredType: '', head: new Uint8Array([0xff, 0xd8, 0xff]) };
  const assumptions = { ...defaultAssumptions, ...assume };
  const { request } = buildRequest({ xml: xml(scheme), parameters: {}, media, assumptions, boundary: 'b-b' });
  if (request === null) throw new Error('no request');
  return request;
}

describe('the lines of a request', () => {
  it('are head and body with the media folded', () => {
    const lines = requestLines(plan('http'), false);
    expect(lines[0]).toBe('POST /?p=******** HTTP/1.1');
    expect(lines.slice(-9)).toEqual([
      '',
      '1',
      '--b-b',
      'Content-Disposition: form-data; name=f; filename=a.jpg',
      'Content-Type: image/jpeg',
      '',
      'a.jpg – 5 bytes',
      '--b-b--',
      '',
    ]);
  });

  it('hide a password, unless it is to be shown', () => {
    expect(requestLines(plan('https'), false)[0]).toBe('POST /?p=•••••••• HTTP/1.1');
    expect(requestLines(plan('https'), true)[0]).toBe('POST /?p=s3cret HTTP/1.1');
  });
});

it('requests are the same where their bytes are', () => {
  expect(sameRequest(plan('http'), plan('http', { 'url-encoding': 'form' }))).toBe(true);
  expect(sameRequest(plan('http'), plan('http', { 'part-names': 'quoted' }))).toBe(false);
  expect(sameRequest(plan('http'), plan('http', { 'http-password': 'send' }))).toBe(false);
});
