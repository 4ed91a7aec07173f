/** The reply and the verdict on it: RES. */
import type { Rule } from './rule.ts';

export const responseRules: readonly Rule[] = [
  {
    id: 'RES-1',
    title: 'Success',
    sentence: 'The upload succeeded if the status is 2xx and the body has a media_url that is not empty.',
    standing: 'documented',
    example: '{"media_url":"https://media.example/1.jpg"}',
  },
  {
    id: 'RES-2',
    title: 'Failure',
    sentence:
      'Otherwise it failed. With a status other than 2xx the field message is what the user sees, where there is one, else a generic text.',
    standing: 'documented',
    example: '{"message":"Not enough credit"}',
  },
  {
    id: 'RES-3',
    title: '2xx without media_url',
    sentence: 'The upload failed, with the generic text; a message is not shown.',
    standing: 'inferred',
  },
  {
    id: 'RES-4',
    title: 'XML or JSON',
    sentence:
      'Content-Type decides, else the first character of the body. Where the declared kind does not parse and the other does, the other is used. A body that is neither has no fields.',
    standing: 'choice',
  },
  {
    id: 'RES-5',
    title: 'Finding a field',
    sentence:
      'XML: the first element of that name at any depth. JSON: at the root, else in response, else the first at any depth. Names match in exact case; empty fields are passed over.',
    standing: 'choice',
  },
  {
    id: 'RES-6',
    title: 'Reasons',
    sentence: 'The verdict comes with its reasons, rule by rule, and the path of the field.',
    standing: 'choice',
    example: '/response/media_url, $.media_url',
  },
  {
    id: 'RES-7',
    title: 'Advice on the reply',
    sentence:
      'What does not change the verdict but is worth fixing: a media_url that recipients can’t open, a wrong type or length, redirects, compression, limits of size.',
    standing: 'choice',
  },
  {
    id: 'RES-8',
    title: 'Replies without a body',
    sentence: 'A reply with status 204, 205 or 304 has no body, whatever bytes follow, and so no field.',
    standing: 'choice',
  },
  {
    id: 'RES-9',
    title: 'Almost a field',
    sentence:
      'Where no field was found, what the body almost holds is pointed out: an HTML page, text before or after JSON or XML, JSON inside a string. The verdict stays.',
    standing: 'choice',
  },
];
