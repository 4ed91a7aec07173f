/** The URL, the body and the head: URL, MP and HDR. */
import type { Rule } from './rule.ts';

export const requestRules: readonly Rule[] = [
  {
    id: 'URL-1',
    title: 'Valid URL',
    sentence: 'The expanded URL must be an absolute http or https URL (WHATWG), else there is no request.',
    standing: 'documented',
  },
  {
    id: 'URL-2',
    title: 'Request target',
    sentence:
      'What is sent is the path and query of the parsed URL, without a fragment. A warning says where parsing changed what was written.',
    standing: 'choice',
    example: '/a/../b is sent as /b',
  },
  {
    id: 'URL-3',
    title: 'User info',
    sentence: 'A user name and password in the URL are not sent; how the app handles them is unknown.',
    standing: 'choice',
    example: 'https://user:pw@host/',
  },
  {
    id: 'URL-4',
    title: 'Characters that servers refuse',
    sentence:
      'Some characters are left bare by the URL parser though RFC 3986 does not allow them. They are sent bare, and some servers, such as Tomcat, answer 400.',
    standing: 'choice',
    example: '[ ] { } | ^ ` and a % without two hex digits',
  },
  {
    id: 'URL-5',
    title: 'Port of the other scheme',
    sentence: 'http with port 443 and https with port 80 are most likely mistakes.',
    standing: 'choice',
  },
  {
    id: 'MP-1',
    title: 'Splitting the multipart data',
    sentence:
      'The template is split at &, then each piece at its first =, before anything is expanded. Empty pieces are skipped, white space around a piece is removed.',
    standing: 'documented',
    example: 'to=%to%&amp;file=%media_content%',
  },
  {
    id: 'MP-2',
    title: 'Literal text of parts',
    sentence: 'Typed text of names and values is form-decoded: + is a space, %HH a byte.',
    standing: 'inferred',
    example: 'Hello+there is sent as Hello there',
  },
  {
    id: 'MP-3',
    title: 'File part',
    sentence:
      'The part whose value holds %media_content% is the file: it gets a file name and a content type, and its body is the media. Any other text in its value is ignored.',
    standing: 'documented',
    example: 'file=%media_content%',
  },
  {
    id: 'MP-4',
    title: 'Number of file parts',
    sentence:
      'Without a file part the media is not sent; with several each carries it. No parts at all is an error.',
    standing: 'choice',
  },
  {
    id: 'MP-5',
    title: 'Form of the body',
    sentence: 'Parts come in the order of the template, as RFC 7578 has them, with CRLF line ends.',
    standing: 'documented',
  },
  {
    id: 'MP-6',
    title: 'Quoting of names',
    sentence: 'Names and file names are written bare where they are tokens and quoted where they must be.',
    standing: 'inferred',
    example: 'name=file; filename="my photo.jpg"',
  },
  {
    id: 'MP-7',
    title: 'Empty line before the file part’s headers',
    sentence:
      'The documentation’s example bodies have an empty line there, which ends the headers at once and breaks most servers. It is not sent.',
    standing: 'choice',
  },
  {
    id: 'MP-8',
    title: 'Type of the file part',
    sentence:
      'The type comes from the first bytes of the media: image/jpeg or video/mp4. Anything else is sent under the type that the browser or you name, or application/octet-stream.',
    standing: 'documented',
  },
  {
    id: 'MP-9',
    title: 'Boundary',
    sentence:
      'The boundary is the same in the preview and in what is sent. It is random, and can be set by hand. One that occurs inside a part is an error.',
    standing: 'choice',
  },
  {
    id: 'MP-10',
    title: 'File name and sample',
    sentence:
      'A file name is never empty. Where no media was chosen the bundled sample photo is used, and the page says so.',
    standing: 'choice',
    example: 'media.jpg',
  },
  {
    id: 'MP-11',
    title: 'Parts without & between them',
    sentence:
      'Parts written one a line, or separated by ;, are one value: the & between them is missing. A warning says so.',
    standing: 'choice',
  },
  {
    id: 'HDR-1',
    title: 'Host and Content-Length',
    sentence:
      'Host carries the port where it is not the scheme’s own. Content-Length is the exact length of the body; nothing is sent chunked.',
    standing: 'documented',
  },
  {
    id: 'HDR-2',
    title: 'Custom headers',
    sentence:
      'Custom headers follow the app’s own, in their order, as Name: value. An empty value is sent as one.',
    standing: 'inferred',
    example: 'X-Media-Size: %media_size%',
  },
  {
    id: 'HDR-3',
    title: 'One header a line',
    sentence:
      'The value is split at real line breaks and at a typed \\n or \\r\\n, before anything is expanded. Blank lines are skipped.',
    standing: 'documented',
    example: 'X-A: 1\\nX-B: 2',
  },
  {
    id: 'HDR-4',
    title: 'Lines that are no header',
    sentence: 'A line without a colon, or whose name is not a token (RFC 9110), is an error and is not sent.',
    standing: 'choice',
  },
  {
    id: 'HDR-5',
    title: 'Headers of the app',
    sentence:
      'A custom User-Agent or Cache-Control replaces the app’s own. Host, Connection, Content-Type, Content-Length and the like belong to its HTTP stack and can’t be set.',
    standing: 'choice',
  },
  {
    id: 'HDR-6',
    title: 'Login by Digest or Basic',
    sentence:
      'The first request goes out without credentials. A 401 with a Digest challenge is answered once with the whole request again; one that offers Basic alone only over https.',
    standing: 'documented',
  },
  {
    id: 'HDR-7',
    title: 'Basic typed by hand',
    sentence:
      'Authorization: Basic needs the Base64 of user:password, which a template can’t encode. Use the …Auth… keys or a ready value.',
    standing: 'choice',
    example: 'Authorization: Basic dXNlcjpwdw==',
  },
];
