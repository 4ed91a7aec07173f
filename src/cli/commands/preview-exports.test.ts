import { describe, expect, test } from 'vitest';
import { exportFormats, exportIds } from '../../exports/formats.ts';
import { runCaptured } from '../../test/captured-console.ts';

const secrets = ['hunter2-hunter2', 'tok_9f8e7d6c5b4a', 'c2VjcmV0OnNlY3JldDEyMw=='];
const [password, token, basic] = secrets;
const input = `<account>
  <username>johndow</username>
  <password>${password}</password>
  <genericMediaUploadUrl>https://media.example/up?api_key=${token}</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>user=%account[username]%&amp;password=%account[password]%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>Authorization: Basic ${basic}</genericMediaUploadCustomHeaders>
</account>
`;

const preview = (...args: string[]) => runCaptured(['preview', '-', '--boundary=B', ...args], { input });

describe.each(exportIds)('preview --format %s', (format) => {
  test('holds no secret with --secrets variables, and says what stands for them', async () => {
    const { status, text, err } = await preview('--format', format, '--secrets', 'variables');
    expect(status).toBe(0);
    const decoded = Buffer.from(
      /"text": "([A-Za-z0-9+/=]{100,})"/.exec(text)?.[1] ?? '',
      'base64',
    ).toString();
    for (const secret of secrets) expect(text + err + decoded).not.toContain(secret);
    const written = format === 'http-file' ? '{{MEDIA_UPLOAD_PASSWORD}}' : 'MEDIA_UPLOAD_PASSWORD';
    expect(text + decoded).toContain(written);
    expect(err).toContain('MEDIA_UPLOAD_PASSWORD (part 2)');
  });

  test('holds every value with --secrets real', async () => {
    const { text, err } = await preview('--format', format, '--secrets', 'real');
    const decoded = Buffer.from(
      /"text": "([A-Za-z0-9+/=]{100,})"/.exec(text)?.[1] ?? '',
      'base64',
    ).toString();
    for (const secret of format === 'body' ? [password] : secrets) expect(text + decoded).toContain(secret);
    if (exportFormats[format].leavesOut === 'variables') expect(err).toContain('--secrets variables leaves');
  });

  test('leaves secrets out by default, but for those that are the bytes sent', async () => {
    const { text } = await preview('--format', format);
    const isReal = ['http', 'body', 'curl', 'powershell'].includes(format);
    expect(text.includes(`${password}`)).toBe(isReal);
  });
});

test('a message without its secrets is a whole message all the same', async () => {
  const { out } = await preview('--format=http', '--secrets=variables');
  const text = out.toString('latin1');
  const [head = '', ...body] = text.split('\r\n\r\n');
  expect(head).toContain('POST /up?api_key=$MEDIA_UPLOAD_API_KEY HTTP/1.1');
  expect(head).toContain(`Content-Length: ${body.join('\r\n\r\n').length}\r\n`);
});

test('a program is printed as it is, tabs too', async () => {
  const { text } = await preview('--format=go');
  expect(text).toContain('\n\t"crypto/tls"\n');
});

test('preview refuses another word for --secrets', async () => {
  expect(await preview('--secrets', 'no')).toMatchObject({ status: 2 });
});

test('the readable curl command comes with what differs', async () => {
  const { text, err } = await preview('--format=curl-form', '--no-advice');
  expect(text).toContain("--form-string 'user=johndow'");
  expect(err).toContain('The boundary is drawn by curl');
});
