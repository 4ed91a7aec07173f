import { describe, expect, it } from 'vitest';
import { buildFor, jpegBytes } from '../../test/build-for-test.ts';

describe('the head', () => {
  it('has its lines in this order and to the letter', () => {
    const built = buildFor({
      url: 'https://example.com/upload_media',
      headers: 'X-Media-Size: %media_size%',
    });
    expect(built.headText).toBe(
      [
        'POST /upload_media HTTP/1.1',
        'Host: example.com',
        'Connection: close',
        'Cache-Control: max-age=0',
        'User-Agent: CloudSoftphone/1.5.6',
        'Content-Type: multipart/form-data; charset=utf-8; boundary="B"',
        `Content-Length: ${built.bodyBytes.length}`,
        'X-Media-Size: 9',
        '',
        '',
      ].join('\r\n'),
    );
  });

  it('has the method in capitals', () => {
    expect(buildFor({ method: 'put' }).headText).toMatch(/^PUT \/up HTTP\/1\.1\r\nHost: example\.com\r\n/);
  });

  it.each([
    0, 1, 9, 2_147_483_648,
  ])("states the body's exact length, whatever the media's: %d (HDR-1)", (size) => {
    const empty = buildFor({}).bodyBytes.length - jpegBytes.length;
    const { plan, headerPairs } = buildFor({ media: { size } });
    expect(plan?.bodyLength).toBe(empty + size);
    expect(headerPairs).toContainEqual(['Content-Length', String(empty + size)]);
  });

  it('is never chunked, and holds nothing but these', () => {
    const names = buildFor({}).headerPairs.map(([name]) => name);
    expect(names).toEqual([
      'Host',
      'Connection',
      'Cache-Control',
      'User-Agent',
      'Content-Type',
      'Content-Length',
    ]);
  });
});

describe('a custom User-Agent or Cache-Control (HDR-5)', () => {
  it("takes the place of the app's own, in its own spelling", () => {
    const built = buildFor({
      headers: 'X-A: 1\nuser-agent: me/%version%\nCACHE-CONTROL: no-store\nX-B: 2',
      params: { version: '2' },
    });
    expect(built.headerPairs.slice(1, 4)).toEqual([
      ['Connection', 'close'],
      ['CACHE-CONTROL', 'no-store'],
      ['user-agent', 'me/2'],
    ]);
    expect(built.customHeaders).toEqual([
      ['X-A', '1'],
      ['X-B', '2'],
    ]);
    expect(built.found).toEqual([]);
  });

  it('may be empty', () => {
    expect(buildFor({ headers: 'User-Agent:' }).headerPairs[3]).toEqual(['User-Agent', '']);
  });

  it('counts where it is the last of several, with a warning at each of the others', () => {
    const built = buildFor({ headers: 'User-Agent: 1\nuser-agent: 2\nUSER-AGENT: 3' });
    expect(built.headerPairs.filter(([name]) => /user-agent/i.test(name))).toEqual([['USER-AGENT', '3']]);
    expect(built.found).toEqual(['warning HDR-5 User-Agent', 'warning HDR-5 user-agent']);
  });
});
