import { expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { keySnippet } from './key-snippet.ts';

const xml = `<account>
  <username>john</username>
  <password>s3cret</password>
  <genericMediaUploadUrl>https://e.example/?a=1&amp;b=%account[password]%</genericMediaUploadUrl>
  <genericMediaUploadAuthUsername>john</genericMediaUploadAuthUsername>
  <genericMediaUploadAuthPassword>hush</genericMediaUploadAuthPassword>
  <genericSmsSendUrl>https://other.example/</genericSmsSendUrl>
  <genericMediaUploadMultipartData><![CDATA[f=%media_content%]]></genericMediaUploadMultipartData>
</account>`;

it('has the keys of this service to the letter, and no others', () => {
  expect(
    keySnippet(buildFor({ xml }), true),
  ).toBe(`<genericMediaUploadUrl>https://e.example/?a=1&amp;b=%account[password]%</genericMediaUploadUrl>
<genericMediaUploadAuthUsername>john</genericMediaUploadAuthUsername>
<genericMediaUploadAuthPassword>hush</genericMediaUploadAuthPassword>
<genericMediaUploadMultipartData><![CDATA[f=%media_content%]]></genericMediaUploadMultipartData>
`);
});

it('leaves a password out unless it was asked for, and keeps a reference to one', () => {
  const snippet = keySnippet(buildFor({ xml }), false);
  expect(snippet).not.toContain('hush');
  expect(snippet).toContain('<genericMediaUploadAuthPassword></genericMediaUploadAuthPassword>');
  expect(snippet).toContain('%account[password]%');
});

it('is empty where there are none', () => {
  expect(keySnippet(buildFor({ xml: '<account/>' }), true)).toBe('');
  expect(keySnippet(buildFor({ xml: 'nothing' }), true)).toBe('');
});
