import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plantedSecrets, plantedValue } from '../../test/planted-secrets.ts';
import { blankSecrets } from './blank-secrets.ts';
import { documentSecrets } from './document-secrets.ts';

const blanked = (text: string) => blankSecrets(text, documentSecrets(text));
const found = (text: string) =>
  documentSecrets(text).map(({ kind, blank, range }) => [kind, blank, text.slice(range.start, range.end)]);
const header = (text: string) =>
  `<account><genericMediaUploadCustomHeaders>${text}</genericMediaUploadCustomHeaders></account>`;
const url = (text: string) => `<account><genericMediaUploadUrl>${text}</genericMediaUploadUrl></account>`;
const data = (text: string) =>
  `<account><genericMediaUploadMultipartData>${text}</genericMediaUploadMultipartData></account>`;

describe('the secrets of a document', () => {
  it.each(plantedSecrets)('are blanked, and nothing else changes: $title', ({
    plant,
    value = plantedValue,
  }) => {
    const text = plant(value);
    const blank = blanked(text);
    expect(blank).not.toContain(value);
    expect(blanked(blank)).toBe(blank);
    const parts = text.split(/Tr0ub4dor-n3ver-t0-be-seen|k3Jx9QmZ7vB2tLw8RpY4sNcD|eyJ[\w.-]+/);
    const around = parts.map((part) => part.replace(/joe:$|en; PHPSESSID=$|joe", response="$|^==|:$/, ''));
    for (const part of around) expect(blank).toContain(part);
  });

  it('are found whatever they are, and blanked once and for all', () => {
    const character = fc.constantFrom(...'aZ09!$*()-_~.:,/\\ ěž');
    const password = fc.string({ unit: character, minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...plantedSecrets.slice(0, 6)), password, ({ plant }, value) => {
        const text = plant(`q${value}q`);
        expect(blanked(text)).not.toContain(`q${value}q`);
        expect(blanked(blanked(text))).toBe(blanked(text));
      }),
    );
  });

  it.each([
    [
      url('https://joe:hunter2@h/?to=%to%&amp;api-key=k3y#f'),
      [
        ['user-info', 'USER_INFO', 'joe:hunter2'],
        ['pair', 'API_KEY', 'k3y#f'],
      ],
    ],
    [
      header('Authorization: Bearer abc\\nX-Api-Key:  k\nAccept: */*'),
      [
        ['header', 'AUTHORIZATION', 'abc'],
        ['header', 'API_KEY', 'k'],
      ],
    ],
    [
      header('Cookie: a=b; sid=%account[x]%; c=d'),
      [
        ['header', 'A', 'b'],
        ['header', 'C', 'd'],
      ],
    ],
    [
      header('Authorization: Digest username="joe", realm="r", response="%sha1(%to%)%"'),
      [['header', 'USERNAME', 'joe']],
    ],
    [header('X-Forward: Basic am9lOng='), [['header', 'FORWARD', 'am9lOng=']]],
    [data('token=a b;c&amp;to=1'), [['pair', 'TOKEN', 'a b;c']]],
    [
      data('files[token]=x&amp;monkey=y&amp;key=z'),
      [
        ['pair', 'FILES_TOKEN', 'x'],
        ['pair', 'KEY', 'z'],
      ],
    ],
    [data('sig=%sha1(pepper&amp;salt%account[password]%)%'), [['hashed', 'SALT', 'pepper&amp;salt']]],
    [
      data('sig=%sha1(%account[username]%:example.com:%account[password]%)%'),
      [['pair', 'SIG', ':example.com:']],
    ],
    [data('h=%sha1(%account[username]%:example.com:%account[password]%)%'), []],
    [
      '<a><password>p&amp;w</password><password>p&amp;w</password></a>',
      [
        ['node', 'PASSWORD', 'p&amp;w'],
        ['node', 'PASSWORD', 'p&amp;w'],
      ],
    ],
  ])('are these: %s', (text, secrets) => expect(found(text)).toEqual(secrets));

  it.each([
    url('https://%account[username]%:%account[password]%@h/?token=%account[token]%'),
    header('Authorization: Bearer %account[token]%\nX-Api-Key: %account[password]%'),
    header('X-Media-Size: %media_size%\nIdempotency-Key: abc\nAccept: application/json'),
    data('password=%sha1(%account[password]%)%&amp;file=%media_content%&amp;keyboard=x'),
    data('monkey=a&amp;author=b&amp;compass=n&amp;session_timer=5'),
    '<account><password>{password}</password><cloud_password>********</cloud_password></account>',
    '<account><requireAuth>1</requireAuth><pushTokenReporterUrl>https://h/t</pushTokenReporterUrl></account>',
    '<account><title>Basic plan</title><codecOrder>0,8,9,3,102</codecOrder></account>',
    '<account id="550e8400-e29b-41d4-a716-446655440000"><!-- the password is in <password> --></account>',
    '<account><genericMediaUploadUrl>https://h.example/a-long-path-of-words/v2/uploadMediaFiles</genericMediaUploadUrl></account>',
  ])('are not: %s', (text) => expect(found(text)).toEqual([]));

  it('have a number where another of their name has another value', () => {
    const text = '<a><password>x</password><password>y</password><password>x</password></a>';
    expect(blanked(text)).toBe(
      '<a><password>PASSWORD</password><password>PASSWORD_2</password><password>PASSWORD</password></a>',
    );
  });

  it('leave the marks of CDATA', () => {
    expect(blanked('<password><![CDATA[a<b]]></password>')).toBe('<password><![CDATA[PASSWORD]]></password>');
    expect(blanked('<password>a<![CDATA[b]]>c</password>')).toBe('<password>PASSWORD<![CDATA[]]></password>');
  });

  /** A hundred thousand of them, or a megabyte, each with a value that must not be seen. */
  const many = (unit: string) => header(unit.repeat(Math.min(100_000, Math.floor(1_000_000 / unit.length))));
  it.each([
    ['nodes', many('<password>s3cr3t</password>')],
    ['pairs', many('token=s3cr3t&amp;')],
    ['headers', many('X-Auth: s3cr3t\n')],
    ['cookies', many('Cookie: a=s3cr3t; b=s3cr3t\n')],
    ['logins in URLs', many('a://u:s3cr3t@h ')],
    ['keys by their form', many('sk_live_s3cr3t0123456789 ')],
    ['pairs in elements', many('<a>token=s3cr3t</a>')],
    ['labelled elements', many('<param name="token" value="s3cr3t"/>')],
    ['attributes', many('<a token="s3cr3t" b="c"/>')],
    ['comments', many('<!-- token=s3cr3t -->')],
  ])('are all hidden where no account has so many: %s', (_, text) => {
    const secrets = documentSecrets(text);
    expect(blankSecrets(text, secrets)).not.toContain('s3cr3t');
    expect(secrets.length).toBeLessThan(10_000);
  });

  it('are told one by one up to thousands of them', () => {
    const text = header('token=s3cr3t&amp;'.repeat(3_000));
    expect(found(text)).toHaveLength(3_000);
    expect(found(text).at(-1)).toEqual(['pair', 'TOKEN', 's3cr3t']);
  });

  it('are found in time that grows with the document alone', () => {
    const pieces = [
      'token=',
      'a=b&amp;',
      ':',
      '%sha1(',
      '://a@',
      '\\nX: y',
      'Cookie: a=b;',
      '<a b="c">',
      'aZ9',
      '"',
      '{"pin":',
    ];
    // Were it quadratic, this would take longer than a test may.
    for (const piece of pieces) {
      const text = data(piece.repeat(300_000 / piece.length));
      expect(documentSecrets(text).every(({ range }) => range.end <= text.length)).toBe(true);
    }
  });
});
