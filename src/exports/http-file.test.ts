import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../test/build-for-test.ts';
import { anyConfiguration } from '../test/generated-configurations.ts';
import { exportedRequest } from './exported-request-of.ts';
import { httpFile } from './http-file.ts';

function fileFor(short: ShortRequest, path = 'photo.jpg'): string {
  const { plan } = buildFor(short);
  fc.pre(plan !== null);
  return plan ? httpFile(exportedRequest(plan), path) : '';
}

/** What VS Code REST Client makes of the lines, by its documentation. */
function read(file: string) {
  const lines = file.split('\n').filter((line) => !line.startsWith('#'));
  const [, request = '', ...rest] = lines;
  const end = rest.indexOf('');
  return { request, headers: rest.slice(0, end), body: rest.slice(end + 1) };
}

describe('a .http file', () => {
  it('holds the request, with the media beside it', () => {
    const file = fileFor({
      url: 'https://media.example/up?to=%to%',
      data: 'from=%to%&file=%media_content%',
      headers: 'X-A: 1',
      params: { to: '+1' },
    });
    expect(read(file)).toEqual({
      request: 'POST https://media.example/up?to=%2B1 HTTP/1.1',
      headers: [
        'Connection: close',
        'Cache-Control: max-age=0',
        'User-Agent: CloudSoftphone/1.5.6',
        'Content-Type: multipart/form-data; charset=utf-8; boundary="B"',
        'X-A: 1',
      ],
      body: [
        '--B',
        'Content-Disposition: form-data; name=from',
        '',
        '+1',
        '--B',
        'Content-Disposition: form-data; name=file; filename=a.jpg',
        'Content-Type: image/jpeg',
        '',
        '< ./photo.jpg',
        '--B--',
        '',
      ],
    });
  });

  it.each([
    ['reads a file of its reader', '< /etc/passwd'],
    ['names the file of the media', '< ./photo.jpg'],
    ['runs a script', '> {% client.exit() %}'],
    ['puts in a variable', '{{$processEnv HOME}}'],
    ['begins another request', '###'],
    ['is a comment', 'a\r\n// b'],
    ['ends the body', 'a\r\n--B--'],
    ['is no CRLF', 'a\nb'],
    ['is a control character', 'a\x1b[2Jb'],
    ['turns the text around', 'a\u202eb'],
  ])('leaves out and names a value that %s', (_, to) => {
    const file = fileFor({ data: 'a=1&b=%to%', headers: 'X-A: {{x}}\nX-B: 1', params: { to } });
    expect(file).toContain('# - Left out here: part 2 of the body.');
    expect(file).toContain('# - Left out here: header X-A.');
    expect(read(file).body).toEqual(['--B', 'Content-Disposition: form-data; name=a', '', '1', '--B--', '']);
    expect(read(file).headers.at(-1)).toBe('X-B: 1');
  });

  it('leaves out bytes that are no UTF-8', () => {
    expect(fileFor({ data: 'a=%ff&b=2' })).toContain('# - Left out here: part 1 of the body.');
  });

  it('gives no order but those that it means, whatever the configuration', () => {
    fc.assert(
      fc.property(anyConfiguration('https://media.example'), (short) => {
        const { request, headers, body } = read(fileFor(short));
        const text = [request, ...headers, ...body].join('\n');
        expect(text).not.toContain('{{');
        expect(body.filter((line) => /^\s*(?:[<>#@]|\/\/)/.test(line) && line !== '< ./photo.jpg')).toEqual(
          [],
        );
        expect(
          body.filter((line) => line.startsWith('--')).every((line) => line.includes(short.boundary ?? 'B')),
        ).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('takes an absolute path as it is', () => {
    expect(fileFor({}, '/tmp/a.jpg')).toContain('\n< /tmp/a.jpg\n');
  });
});
