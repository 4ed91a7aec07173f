/**
 * The Account XML of a first visit, pointed at the demo media server of the page's own origin: good
 * practice, and it succeeds with one press.
 */
import type { ExampleContent } from '../state/session.ts';

/** Of all examples. */
export const parameters = { to: '+420777123456', description: 'Sunset over the lake' };

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly method?: string;
  /** Query of the demo media server: which form of reply, which status. */
  readonly reply: string;
  readonly query?: readonly string[];
  readonly parts: readonly string[];
  readonly headers?: readonly string[];
  readonly comment?: string;
}

export const firstTemplate: Template = {
  id: 'post-xml',
  title: 'POST, XML reply',
  description: 'Photos and clips go out by POST; the server answers with XML and a media_url.',
  reply: 'reply=xml',
  query: ['from=%account[username]%', 'to=%to%', 'size=%media_size%'],
  parts: ['from=%account[username]%', 'to=%to%', 'description=%description%', 'file=%media_content%'],
  headers: ['X-Media-Size: %media_size%', 'X-Description: %description%'],
  comment: 'The demo media server of this playground answers. Put your own URL here.',
};

/** `origin` is that of the page, for example `http://127.0.0.1:4173`. */
export function firstExample(origin: string): ExampleContent {
  return { parameters, xml: writeAccount(firstTemplate, origin) };
}

export function writeAccount(template: Template, origin: string): string {
  const { method = 'POST', reply, query = [], parts, headers, comment } = template;
  const url = `${origin}/demo/upload?${[reply, ...query].join('&amp;')}`;
  const lines = [
    '<account>',
    '  <username>johndow</username>',
    '  <password>12345678</password>',
    '  <host>sip.example.com</host>',
    ...(comment === undefined ? [] : [`  <!-- ${comment} -->`]),
    `  <genericMediaUploadUrl>${url}</genericMediaUploadUrl>`,
    `  <genericMediaUploadMethod>${method}</genericMediaUploadMethod>`,
    '  <genericMediaUploadMultipartData>',
    ...parts.map((part, index) => `    ${part}${index < parts.length - 1 ? '&amp;' : ''}`),
    '  </genericMediaUploadMultipartData>',
    ...(headers === undefined
      ? []
      : [
          '  <genericMediaUploadCustomHeaders>',
          ...headers.map((header) => `    ${header}`),
          '  </genericMediaUploadCustomHeaders>',
        ]),
    '</account>',
    '',
  ];
  return lines.join('\n');
}
