import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latin1 } from '../byte-text.ts';
import { type CapturedRequest, wholeBody } from '../captured.ts';
import { readCurl } from './read-curl.ts';

const requestOf = (text: string): CapturedRequest => {
  const [first] = readCurl(text).captures;
  if (!first?.request) throw new Error(JSON.stringify(first?.faults));
  return first.request;
};
const bodyOf = (text: string) => latin1(wholeBody(requestOf(text)) ?? new Uint8Array());
const codesOf = (text: string) =>
  readCurl(text).captures.flatMap(({ faults }) => faults.map(({ code }) => code));
const headersOf = (text: string) =>
  Object.fromEntries(requestOf(text).headers.map(({ name, value }) => [name, value]));

describe('the shells of Windows', () => {
  test('cmd: ^ goes on in the next line, "" and \\" are quotes', () => {
    const command =
      'curl.exe -X POST "https://e.example/up" ^\r\n  -H "X-A: a ""quoted"" \\"one\\" ^& % b" ^\r\n  -d "{\\"a\\":\\"c:\\\\d\\\\\\\\\\"}"';
    expect(headersOf(command)['X-A']).toBe('a "quoted" "one" ^& % b');
    expect(bodyOf(command)).toBe('{"a":"c:\\\\d\\\\\\"}'.replace('c:\\\\d\\\\\\"}', 'c:\\\\d\\\\"}'));
  });

  test('cmd as Chrome copies it: every quote has its ^', () => {
    const command =
      'curl ^"https://e.example/up?a=^%^20b^&c=1^" ^\r\n  -X ^"PUT^" ^\r\n  -H ^"accept: */*^" ^\r\n  --data-raw ^"a=^\\^"b^\\^"^\r\n\r\nline^"';
    expect(requestOf(command)).toMatchObject({ method: 'PUT', target: '/up?a=%20b&c=1' });
    expect(bodyOf(command)).toBe('a="b"\nline');
  });

  test('PowerShell: a backtick goes on and escapes, quotes are doubled', () => {
    const command =
      'curl.exe -X POST \'https://e.example/it\'\'s\' `\r\n  -H "X-A: `"q`" `$5" `\r\n  -d \'{\\"a\\":1}\'';
    expect(requestOf(command)).toMatchObject({ method: 'POST', target: "/it's" });
    expect(headersOf(command)['X-A']).toBe('"q" $5');
    expect(bodyOf(command)).toBe('{"a":1}');
  });
});

describe('what is around a command', () => {
  test.each([
    '$ curl https://e.example/',
    'user@host:~$ curl https://e.example/',
    'TOKEN=x curl https://e.example/',
    '```bash\ncurl https://e.example/\n```',
    'sudo /usr/bin/curl https://e.example/ | jq .',
    '# a comment\n\ncurl https://e.example/ # and one behind\n',
    'cd /tmp && curl https://e.example/ > out.json 2>&1; echo done',
    "'curl' 'https://e.example/'",
  ])('%s', (text) => {
    expect(requestOf(text)).toMatchObject({ host: 'e.example', target: '/' });
    expect(codesOf(text)).toEqual([]);
  });

  test('several addresses, --next and further commands are entries to pick from', () => {
    const { entries } = readCurl('curl http://a/1 http://a/2 -d x --next -F a=b http://a/3\ncurl http://b/');
    expect(entries).toEqual([
      { method: 'POST', url: 'http://a/1', status: null, isUpload: false },
      { method: 'POST', url: 'http://a/2', status: null, isUpload: false },
      { method: 'POST', url: 'http://a/3', status: null, isUpload: true },
      { method: 'GET', url: 'http://b/', status: null, isUpload: false },
    ]);
  });
});

describe('what can’t be read is said', () => {
  test.each([
    ['curl -H "Authorization: Bearer $TOKEN" http://a/', 'shell-variable'],
    ['curl -d "$(cat x)" http://a/', 'shell-variable'],
    ['curl -d "a http://a/', 'shell-syntax'],
    ['curl --frobnicate http://a/', 'unknown-option'],
    ['curl --aws-sigv4 aws:amz http://a/', 'unread-option'],
    ['curl -x http://proxy http://a/', 'unread-option'],
    ['curl -K file http://a/', 'unread-option'],
    ["curl -F 'a=(;type=multipart/mixed' http://a/", 'unread-option'],
    ['curl -F a=@x,y http://a/', 'unread-option'],
    ['curl -F file=@photo.jpg http://a/', 'file-not-read'],
    ['curl http://a/[1-3]', 'glob'],
    ['curl ftp://a/', 'no-url'],
    ['curl -d x', 'no-url'],
    ['wget http://a/', 'not-curl'],
  ])('%s', (text, code) => expect(codesOf(text)).toContain(code));

  test('the value of an option that is not read is no address', () => {
    expect(readCurl('curl --aws-sigv4 aws:amz http://a/').entries).toHaveLength(1);
  });
});

test('a file that is not at hand stands in the body by its path', () => {
  const { body, headers } = requestOf('curl -F to=1 -F file=@/photos/a.jpg http://a/');
  expect(body.map((piece) => (piece.kind === 'file' ? piece.path : piece.kind))).toEqual([
    'bytes',
    'bytes',
    'bytes',
    'bytes',
    '/photos/a.jpg',
    'bytes',
    'bytes',
  ]);
  expect(headers.map(({ name }) => name)).not.toContain('Content-Length');
});

test('-u gives the login, and the header that curl makes of it', () => {
  expect(requestOf('curl -u a:b:c http://a/').login).toEqual({
    username: 'a',
    password: 'b:c',
    scheme: 'basic',
  });
  expect(headersOf('curl -u a:b:c http://a/')['Authorization']).toBe('Basic YTpiOmM=');
  expect(headersOf('curl --digest -u a:b http://a/')['Authorization']).toBeUndefined();
  expect(requestOf('curl -u a http://a/').login).toMatchObject({ password: null });
});

test('whatever the text, there is an answer', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      'curl ',
      ' -F ',
      ' -d ',
      '=@',
      "'",
      '"',
      '\\',
      '\n',
      '^',
      '`',
      "$'",
      '$(',
      '|',
      '{',
      '}',
      '<<E\n',
      ';',
      '&',
    ),
    fc.constantFrom(
      ' http://a/',
      ' --next ',
      ' -H ',
      ' --',
      '\\u',
      '\\x',
      '%41',
      '""',
      ' ',
      ';type=',
      'curl.exe ',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const { captures } = readCurl(text);
      for (const { request, faults } of captures) expect(request !== null || faults.length > 0).toBe(true);
    }),
  );
});

test('a megabyte of the worst is read in linear time', { timeout: 60_000 }, () => {
  const started = performance.now();
  for (const bad of ['"', "$'", '\\', '^', '`', '$(', '{ ', '<<A ', '-F \'a="', '#', '$'])
    readCurl(`curl http://a/ ${bad.repeat(100_000)}`);
  expect(performance.now() - started).toBeLessThan(20_000);
});
