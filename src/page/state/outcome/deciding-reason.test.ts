import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../core/assumptions.ts';
import { readReply } from '../../exchange/reply-reading.ts';
import { sortReasons } from './deciding-reason.ts';

const encoder = new TextEncoder();

function verdictOn(status: number, type: string, text: string) {
  const body = encoder.encode(text);
  const { verdict } = readReply(
    {
      status,
      headers: [['Content-Type', type]],
      body,
      end: { type: 'end', at: 1, replyBytes: body.length, truncated: false, excess: false, trailers: [] },
    },
    defaultAssumptions,
  );
  if (verdict === null) throw new Error('no verdict');
  return verdict;
}

function sorted(status: number, type: string, text: string) {
  const verdict = verdictOn(status, type, text);
  const { deciding, hint, others } = sortReasons(verdict);
  expect(new Set([deciding, hint, ...others].filter((reason) => reason !== null)).size).toBe(
    verdict.reasons.length,
  );
  return [deciding?.text, hint?.text];
}

describe('the reason that decided', () => {
  it.each([
    [200, 'text/xml', '<r><media_url>http://a/1</media_url></r>', 'media_url found at /r/media_url.'],
    [402, 'application/json', '{"message":"No"}', 'Status 402 is not 2xx, so the upload failed.'],
    [204, 'text/xml', '', expect.stringContaining('has no body')],
    [200, 'text/xml', '', 'The body is empty, so it has no fields.'],
    [200, 'application/json', '{}', 'There is no media_url with a value, so the upload failed.'],
  ])('of %i with %s %s', (status, type, text, reason) => {
    expect(sorted(status, type, text)).toEqual([reason, undefined]);
  });

  it('comes with what the reply almost holds', () => {
    expect(sorted(200, 'application/json', '{"mediaUrl":"http://a/1"}')).toEqual([
      'There is no media_url with a value, so the upload failed.',
      'There is mediaUrl at $.mediaUrl, but the name must be exactly media_url.',
    ]);
    const [, hint] = sorted(502, 'text/html', '<html><title>Bad Gateway</title></html>');
    expect(hint).toContain('Bad Gateway');
  });

  it('leaves a long one among the others, where it is shown whole', () => {
    const page = '<html><title>Bad Gateway</title></html>';
    expect(sortReasons(verdictOn(502, 'text/html', page)).others.map(({ rule }) => rule)).toContain('RES-9');
  });
});
