import busboy from 'busboy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';

const latin1 = (text: string) => Buffer.from(text).toString('latin1');

describe('the parts (MP-5)', () => {
  it('come in the order of the template, to the byte', () => {
    const data = 'from=%account[username]%&file=%media_content%&to=%to%&empty=';
    const built = buildFor({ data, nodes: { username: 'john' }, params: { to: '+1' }, boundary: 'bound' });
    expect(built.bodyText).toBe(
      [
        '--bound',
        'Content-Disposition: form-data; name=from',
        '',
        'john',
        '--bound',
        'Content-Disposition: form-data; name=file; filename=a.jpg',
        'Content-Type: image/jpeg',
        '',
        '\xFF\xD8\xFF\xE0\0\r\n--',
        '--bound',
        'Content-Disposition: form-data; name=to',
        '',
        '+1',
        '--bound',
        'Content-Disposition: form-data; name=empty',
        '',
        '',
        '--bound--',
        '',
      ].join('\r\n'),
    );
    expect(built.plan?.bodyLength).toBe(built.bodyText.length);
  });
});

/** How the first part's name is written. */
function nameAs(short: ShortRequest) {
  return /; name=([\s\S]*?)\r\n/.exec(buildFor(short).bodyText)?.[1];
}

function fileNameAs(name: string, short: ShortRequest = {}) {
  return /; filename=([\s\S]*?)\r\n/.exec(buildFor({ media: { name }, ...short }).bodyText)?.[1];
}

describe('names (MP-6)', () => {
  const data = '%to%=x&f=%media_content%';
  const named = (to: string, assume = {}) => nameAs({ data, params: { to }, assume });

  it.each(['file', 'a-b_c.d', `!#$%&'*+^\`|~{}`, 'A1'])('are bare where they are tokens: %s', (name) => {
    expect(named(name)).toBe(name);
    expect(fileNameAs(name)).toBe(name);
  });

  it.each([...'()<>@,;:/[]?= \t\x01\x1F\x7F'])('are quoted where they hold %j', (character) => {
    expect(named(`a${character}b`)).toBe(`"a${character}b"`);
    expect(fileNameAs(`a${character}b`)).toBe(`"a${character}b"`);
  });

  it.each(['é', '\x80', '🌅'])('are quoted raw UTF-8 where they hold %s', (character) => {
    expect(named(`a${character}b`)).toBe(`"a${latin1(character)}b"`);
    expect(fileNameAs(`a${character}b`)).toBe(`"a${latin1(character)}b"`);
  });

  it.each([
    ['"', '\\"'],
    ['\\', '\\\\'],
    ['\r', '%0D'],
    ['\n', '%0A'],
    ['\r\n', '%0D%0A'],
    ['\0', '%00'],
    ['\\"', '\\\\\\"'],
  ])('are quoted and escaped where they hold %j', (character, escaped) => {
    expect(named(`a${character}b`)).toBe(`"a${escaped}b"`);
    expect(fileNameAs(`a${character}b`)).toBe(`"a${escaped}b"`);
  });

  it('are quoted where they are empty', () => {
    expect(named('')).toBe('""');
    expect(nameAs({ data: '=x&f=%media_content%' })).toBe('""');
  });

  it('are judged as a whole, decoded: typed bytes and values together', () => {
    expect(nameAs({ data: 'a+%ff%to%=x&f=%media_content%', params: { to: 'b"' } })).toBe('"a \xFFb\\""');
    expect(nameAs({ data: 'a%2Fb=x&f=%media_content%' })).toBe('"a/b"');
  });

  it('are always quoted, otherwise the same, under the alternative', () => {
    const assume = { 'part-names': 'quoted' } as const;
    expect(named('file', assume)).toBe('"file"');
    expect(named('a"\r\nb', assume)).toBe('"a\\"%0D%0Ab"');
    expect(fileNameAs('a.jpg', { assume })).toBe('"a.jpg"');
  });

  it.each([
    'as-needed',
    'quoted',
  ] as const)('say that the assumption affected them where it did: %s', (option) => {
    const short = { data: '%to%=x', assume: { 'part-names': option } } as const;
    const ids = (to: string) => buildFor({ ...short, params: { to } }).touched.map(({ id }) => id);
    expect(ids('a')).toContain('part-names');
    expect(ids('a b')).not.toContain('part-names');
  });

  it('are shown for reading in the plan', () => {
    const data = '%c3%a9%ff=x&%to%=y&f=%media_content%';
    expect(buildFor({ data, params: { to: 'a"b' } }).plan?.parts).toMatchObject([
      { name: 'é\uFFFD', isFile: false },
      { name: 'a"b', isFile: false },
      { name: 'f', isFile: true },
    ]);
  });
});

describe('the empty line of the documentation (MP-7)', () => {
  const data = 'a=1&f=%media_content%&g=%media_content%';

  it('is not reproduced', () => {
    expect(buildFor({ data }).bodyText).not.toContain('--B\r\n\r\n');
    expect(buildFor({ data }).rules).not.toContain('MP-7');
  });

  it('stands before the headers of every file part under the alternative, marked as malformed', () => {
    const built = buildFor({ data, assume: { 'file-part-blank-line': 'literal' } });
    expect(
      built.bodyText.match(/--B\r\n\r\nContent-Disposition: form-data; name=[fg]; filename=/g),
    ).toHaveLength(2);
    expect(built.bodyText).toContain('--B\r\nContent-Disposition: form-data; name=a\r\n');
    expect(built.found).toContain('warning MP-7 f=%media_content%');
    expect(built.found).toContain('warning MP-7 g=%media_content%');
    expect(built.plan?.bodyLength).toBe(built.bodyText.length);
  });

  it('touches requests that have a file part', () => {
    expect(buildFor({ data }).touched.map(({ id }) => id)).toContain('file-part-blank-line');
    expect(buildFor({ data: 'a=1' }).touched.map(({ id }) => id)).not.toContain('file-part-blank-line');
  });
});

describe('the boundary (MP-9)', () => {
  const boundary = "a'b c?";

  it('is the one given, in the header as in the body', () => {
    const built = buildFor({ boundary });
    expect(built.headerPairs).toContainEqual([
      'Content-Type',
      `multipart/form-data; charset=utf-8; boundary="${boundary}"`,
    ]);
    expect(built.bodyText).toMatch(/^--a'b c\?\r\n[\s\S]*\r\n--a'b c\?--\r\n$/);
  });

  it.each([
    ['in a value, in the middle of a line', 'v=x%to%y', 'v=x%to%y'],
    ['in a typed value', `v=xa'b+c?y`, `v=xa'b+c?y`],
    ["in a part's name", '%to%=x', '%to%=x'],
    ['across typed text and a value', `v=a'b+%account[n]%`, `v=a'b+%account[n]%`],
  ])('is an error at the part where it occurs %s', (_, data, place) => {
    const built = buildFor({
      data: `${data}&f=%media_content%`,
      boundary,
      params: { to: boundary, 'account[n]': 'c?' },
    });
    expect(built.found).toEqual([`error MP-9 ${place}`]);
    expect(built.plan).not.toBeNull();
  });

  it('is an error where it occurs in the file name', () => {
    expect(buildFor({ boundary, media: { name: `x${boundary}.jpg` } }).rules).toEqual(['MP-9']);
  });

  it('in another letter case is another', () => {
    expect(buildFor({ data: 'v=bOuNd&f=%media_content%', boundary: 'bound' }).found).toEqual([]);
  });
});

interface Received {
  readonly fields: (readonly [name: string, value: string])[];
  readonly files: {
    readonly name: string;
    readonly fileName: string;
    readonly type: string;
    bytes: string;
  }[];
}

/** What an independent parser makes of a body; names and values a character a byte. */
function receive(contentType: string, body: Uint8Array): Promise<Received> {
  return new Promise((resolve, reject) => {
    const received: Received = { fields: [], files: [] };
    const parser = busboy({
      headers: { 'content-type': contentType },
      defCharset: 'latin1',
      defParamCharset: 'latin1',
      // Else it takes a backslash for a folder and cuts the name there.
      preservePath: true,
    });
    parser.on('field', (name, value) => received.fields.push([name ?? '', value]));
    parser.on('file', (name, stream, { filename, mimeType }) => {
      const file = { name: name ?? '', fileName: filename ?? '', type: mimeType, bytes: '' };
      received.files.push(file);
      stream.on('data', (chunk: Buffer) => {
        file.bytes += chunk.toString('latin1');
      });
    });
    parser.on('close', () => resolve(received));
    parser.on('error', reject);
    parser.end(body);
  });
}

describe('an independent parser gives back every field and the file, byte for byte', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      '\r\n',
      '\r',
      '\n',
      '"',
      '\\',
      '&',
      '=',
      '%',
      '+',
      ';',
      '%41',
      '--',
      '\r\n--',
      '\r\n--bound-',
      '=?',
    ),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('č', '🌅', 'a', ' ', '\t', '\0'),
  );
  const value = fc.string({ unit, maxLength: 12 });
  /**
   * Two things busboy does not read although they are right. Control characters in a quoted string
   * (MP-6 sends them raw; RFC 9110 allows none in a header, so it refuses the part). Bare `{` and `}`:
   * tokens in RFC 2045, but not in RFC 9110, whose set it uses.
   */
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it can't read
  const name = value.map((any) => any.replaceAll(/[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F{}]/g, ''));
  const field = fc.tuple(name, value);
  const media = fc.uint8Array({ maxLength: 40 });

  it.each(['as-needed', 'quoted'] as const)('with names %s', async (names) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(field, { maxLength: 4 }),
        name,
        name,
        media,
        async (fields, file, fileName, bytes) => {
          const params = Object.fromEntries([
            ['file', file],
            ...fields.flatMap(([name, value], index) => [
              [`n${index}`, name],
              [`v${index}`, value],
            ]),
          ]);
          const pairs = fields.map((_, index) => `%n${index}%=%v${index}%&`);
          const built = buildFor({
            data: `${pairs.join('')}%file%=%media_content%`,
            params,
            boundary: 'bound-7d3c1a',
            mediaBytes: bytes,
            media: { name: fileName, declaredType: 'image/png' },
            assume: { 'part-names': names },
          });
          const contentType = built.headerPairs.find(([name]) => name === 'Content-Type')?.[1] ?? '';
          const received = await receive(contentType, built.bodyBytes);
          expect(received.fields).toEqual(fields.map(([name, value]) => [readAs(name), latin1(value)]));
          expect(received.files).toEqual([
            {
              name: readAs(file),
              fileName: readAs(fileName || 'media.bin'),
              type: built.plan?.mediaType,
              bytes: Buffer.from(bytes).toString('latin1'),
            },
          ]);
          expect(built.plan?.bodyLength).toBe(built.bodyBytes.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** What a receiver reads for a name: no receiver turns these three back (MP-6). */
function readAs(name: string): string {
  return latin1(name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('\0', '%00'));
}
