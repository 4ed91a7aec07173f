/** Parameters and what they turn into: TPL. */
import type { Rule } from './rule.ts';

export const templateRules: readonly Rule[] = [
  {
    id: 'TPL-1',
    title: 'Parameters',
    sentence:
      'A parameter is %name%. One that is not set is empty, and one of your own takes precedence over one of the same name.',
    standing: 'documented',
    example: '%to%',
  },
  {
    id: 'TPL-2',
    title: 'Account nodes',
    sentence:
      'The value of any node of the same Account XML. A missing node gives the empty string. No value is expanded again.',
    standing: 'documented',
    example: '%account[username]%',
  },
  {
    id: 'TPL-3',
    title: 'SHA-1',
    sentence:
      'The lower-case hex SHA-1 of the UTF-8 bytes of its argument, which is itself a template and is taken as it is.',
    standing: 'documented',
    example: '%sha1(%account[password]%)%',
  },
  {
    id: 'TPL-4',
    title: 'Literal percent signs',
    sentence:
      'A % that starts no parameter is a percent sign. An unknown name that reads as a percent escape is one.',
    standing: 'choice',
    example: 'caf%C3%A9s holds no parameter',
  },
  {
    id: 'TPL-5',
    title: 'Unknown parameters',
    sentence:
      'An unknown parameter stays as it is written, neither decoded nor encoded, with a warning that names the closest known one.',
    standing: 'inferred',
    example: '%username% is sent as %username%',
  },
  {
    id: 'TPL-6',
    title: 'Passwords without https',
    sentence:
      'Where the URL is not https, the account’s passwords are sent as eight asterisks. Inside sha1(…) the real value counts.',
    standing: 'documented',
  },
  {
    id: 'TPL-7',
    title: '%sms_to%',
    sentence:
      'sms_to is the recipient, like to: the documentation’s examples use it, its list does not have it.',
    standing: 'inferred',
  },
  {
    id: 'TPL-8',
    title: 'URL encoding of values',
    sentence: 'In the path and query of the URL a value is percent-encoded as UTF-8; a space is %20.',
    standing: 'inferred',
    example: '+420 is %2B420',
  },
  {
    id: 'TPL-9',
    title: 'Values in the host',
    sentence:
      'Before the path of the URL a value is put in as it is, with a warning unless it is an account node: the sender of a message must not choose the host.',
    standing: 'choice',
  },
  {
    id: 'TPL-10',
    title: 'Values in parts',
    sentence:
      'In the multipart data a value is put in as it is after the template was split and decoded, so that & = + and %41 arrive as exactly that.',
    standing: 'inferred',
  },
  {
    id: 'TPL-11',
    title: 'Values in headers',
    sentence:
      'A value is put in as it is; each CR, LF and NUL becomes a space, so that it can never add a header.',
    standing: 'choice',
  },
  {
    id: 'TPL-12',
    title: 'Almost a parameter',
    sentence:
      'What looks like a parameter or a call but is not one is sent as the other rules have it, with a warning that names the one meant.',
    standing: 'choice',
    example: '%Account[username]%, % to %, {{to}}',
  },
];
