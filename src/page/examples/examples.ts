/**
 * Account XML to start from, pointed at the demo media server of the page's own origin. The
 * first is good practice and succeeds with one press; the last of the first group is the
 * documentation's own, with what is wrong in it (contract, section 9).
 */

import type { ExampleContent } from '../state/session.ts';
import { firstTemplate, parameters, type Template, writeAccount } from './first-example.ts';
import { providerExamples } from './provider-examples.ts';

export interface Example extends ExampleContent {
  readonly id: string;
  readonly group: ExampleGroup;
  readonly title: string;
  readonly description: string;
}

/** In the order in which a menu shows them. */
export const exampleGroups = ['The documentation’s cases', 'As providers set it up'] as const;
export type ExampleGroup = (typeof exampleGroups)[number];

const templates: readonly Template[] = [
  firstTemplate,
  {
    id: 'put-json',
    title: 'PUT, JSON reply',
    description: 'The same by PUT, with the password. Without https, asterisks go out in its place.',
    method: 'put',
    reply: 'reply=json',
    parts: ['from=%account[username]%', 'password=%account[password]%', 'to=%to%', 'file=%media_content%'],
    comment: 'PUT: PHP and Django parse nothing of it for you. POST is the safe choice.',
  },
  {
    id: 'error-xml',
    title: 'Error reply in XML',
    description: 'The server says 402 with a message, and the app shows it to its user.',
    reply: 'reply=xml&amp;status=402',
    query: ['from=%account[username]%', 'to=%to%'],
    parts: ['from=%account[username]%', 'to=%to%', 'file=%media_content%'],
  },
  {
    id: 'error-json',
    title: 'Error reply in JSON',
    description: 'The server says 406 with a message, this time in JSON.',
    reply: 'reply=json&amp;status=406',
    query: ['from=%account[username]%', 'to=%to%'],
    parts: ['from=%account[username]%', 'to=%to%', 'file=%media_content%'],
  },
  {
    id: 'documentation',
    title: 'As the documentation prints it',
    description: 'Word for word, for the demo server: what in it is better not copied is in its comment.',
    reply: 'reply=xml',
    query: ['from=%account[username]%', 'password=%account[password]%', 'to=%sms_to%', 'media_size=456000'],
    parts: [
      'from=%account[username]%',
      'password=%account[password]%',
      'to=%sms_to%',
      'file=%media_content%',
    ],
    headers: ['X-Media-Size:875000', 'X-Description:Hello World!'],
    comment:
      'Better not copied: %sms_to% (its list of parameters names it %to%); the typed sizes 456000 and 875000 where %media_size% belongs; the password in the URL, which servers write into their logs. The body printed beside it shows a part named description where this template has to.',
  },
];

/** `origin` is that of the page, for example `http://127.0.0.1:4173`. */
export function examplesFor(origin: string): readonly [Example, ...Example[]] {
  const documented = templates.map((template): Example => {
    const { id, title, description } = template;
    const xml = writeAccount(template, origin);
    return { id, group: exampleGroups[0], title, description, parameters, xml };
  });
  const providers = providerExamples.map(({ id, title, description, xml }): Example => {
    const content = { parameters, xml: xml(`${origin}/demo/upload`) };
    return { id, group: exampleGroups[1], title, description, ...content };
  });
  const [first, ...rest] = [...documented, ...providers];
  if (first === undefined) throw new Error('No examples.');
  return [first, ...rest];
}
