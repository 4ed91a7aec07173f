import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../assumptions.ts';
import { judgeResponse } from './judge.ts';

const body = Buffer.from('{"media_url":"https://m.example.com/1"}');

function adviceOn(
  status: number,
  headers: [string, string][],
  bytes: Uint8Array,
  receivedLength = bytes.length,
) {
  const verdict = judgeResponse({
    status,
    headers,
    body: bytes,
    assumptions: defaultAssumptions,
    receivedLength,
  });
  return verdict.reasons.filter(({ rule }) => rule === 'RES-7').map(({ text }) => text);
}

describe('advice on the reply (RES-7)', () => {
  it('has nothing to say of a good reply', () => {
    expect(adviceOn(200, [['Content-Length', String(body.length)]], body)).toEqual([]);
    expect(adviceOn(200, [['Content-Encoding', 'identity']], body)).toEqual([]);
  });

  it.each([300, 302, 308, 399])('points out the redirect %i', (status) => {
    expect(adviceOn(status, [], body)[0]).toContain('redirect');
  });

  it('points out compression, and judges what was compressed', () => {
    const packed = gzipSync(body);
    const headers: [string, string][] = [['content-encoding', 'gzip']];
    expect(adviceOn(200, headers, packed)[0]).toContain('unpacked to be judged');
    expect(
      judgeResponse({ status: 200, headers, body: packed, assumptions: defaultAssumptions }).mediaUrl,
    ).toBe('https://m.example.com/1');
    expect(adviceOn(200, [['Content-Encoding', 'zstd']], body)[0]).toContain(
      '"zstd" can\'t be unpacked here',
    );
    expect(adviceOn(200, [], packed)[0]).toContain('looks like gzip');
  });

  it('points out a body over 1 MiB, however it came', () => {
    const megabyte = Buffer.alloc(1024 * 1024, ' ');
    expect(adviceOn(200, [], megabyte)).toEqual([]);
    expect(adviceOn(200, [], Buffer.concat([megabyte, body]))[0]).toContain('1048615 bytes, more than 1 MiB');
    const packed = gzipSync(Buffer.concat([megabyte, body]));
    expect(adviceOn(200, [['Content-Encoding', 'gzip']], packed)[1]).toContain('more than 1 MiB');
  });

  it.each([
    '38',
    '40',
    '',
    '39, 40',
    'x',
    '-39',
  ])('points out the Content-Length %j of 39 bytes', (length) => {
    expect(adviceOn(200, [['content-length', length]], body)[0]).toContain('the body has 39 bytes');
  });

  it('points out bytes that followed the length stated', () => {
    const headers = [['Content-Length', '39']] as const;
    const { reasons } = judgeResponse({
      status: 200,
      headers,
      body,
      assumptions: defaultAssumptions,
      excess: true,
    });
    expect(reasons.filter(({ rule }) => rule === 'RES-7')).toMatchObject([
      { tone: 'advice', text: expect.stringMatching(/^More bytes came/) },
    ]);
  });

  it.each(['39', '0039', '39, 39', ' 39 '])('accepts the Content-Length %j of 39 bytes', (length) => {
    expect(adviceOn(200, [['content-length', length]], body)).toEqual([]);
  });

  it('takes a 304 at its word', () => {
    expect(adviceOn(304, [['Content-Length', '999']], new Uint8Array())).toHaveLength(1);
  });

  it('says where only the beginning of a body was kept, and calls no length wrong that may be right', () => {
    for (const length of ['100', '101', '5000000']) {
      expect(adviceOn(200, [['Content-Length', length]], body, 100)).toEqual([
        'Only the first 39 bytes were kept and judged; the rest was dropped here, not by the server. With it the app may come to another verdict.',
      ]);
    }
    const [, wrong] = adviceOn(200, [['Content-Length', '99']], body, 100);
    expect(wrong).toMatch(/^Content-Length says 99, but the body has more: /);
    const [large] = adviceOn(200, [], body, 2_000_000);
    expect(large).toMatch(/^The body has at least 2000000 bytes/);
  });
});
