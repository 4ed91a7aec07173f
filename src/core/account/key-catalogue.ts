/** The keys of the service, explained (contract, section 1). */

import type { Standing } from '../assumptions.ts';
import {
  authPasswordKey,
  authUsernameKey,
  customHeadersKey,
  defaultTimeoutSeconds,
  methodKey,
  multipartDataKey,
  timeoutKey,
  urlKey,
} from './service-keys.ts';

export interface KeyEntry {
  readonly name: string;
  /** In a few words. */
  readonly title: string;
  readonly paragraphs: readonly [string, ...string[]];
  /** What counts where the key is absent or empty, for people. */
  readonly byDefault: string;
  readonly standing: Standing;
  /** What the standing rests on, where that is not plain. */
  readonly rationale?: string;
  readonly rules: readonly string[];
  /** A value as it is read, before it is escaped for XML. */
  readonly example: string;
  /** Whether its value holds parameters. */
  readonly isTemplate: boolean;
}

const url: KeyEntry = {
  name: urlKey,
  title: 'Where the media is sent',
  paragraphs: [
    'The URL of your server, with http:// or https:// written out and a query where you want one.',
    'Values of parameters are percent-encoded in the path and the query. Where the host is chosen they are put in as they are.',
    'Today’s apps move media another way: the vendor’s own service takes type and size by POST, the encrypted file by PUT, and the address and key travel in a message. Encrypted uploads at another URL are that, not this service.',
  ],
  byDefault: 'none: without it media upload is off',
  standing: 'documented',
  rules: ['ACC-9', 'URL-1', 'TPL-8', 'TPL-9'],
  example: 'https://media.example.com/upload?from=%account[username]%',
  isTemplate: true,
};

const method: KeyEntry = {
  name: methodKey,
  title: 'POST or PUT',
  paragraphs: [
    'The method of the request, in any letter case. The body is the same for both.',
    'POST is the safe choice: PHP and Django parse nothing of a PUT for you.',
    'The general introduction of web services says GET unless there is post data. The page of this service says POST or PUT, and that holds here.',
  ],
  byDefault: 'POST',
  standing: 'documented',
  rationale: 'That letter case does not matter is inferred from an example that says put.',
  rules: ['ACC-8'],
  example: 'POST',
  isTemplate: false,
};

const multipartData: KeyEntry = {
  name: multipartDataKey,
  title: 'The parts of the body',
  paragraphs: [
    'Parts as name=value with & between, written &amp; in XML (a plain & inside CDATA). Line breaks and indentation around a part do not count.',
    'The part whose value is %media_content% carries the photo or clip, with its file name and type.',
    'Typed text is form-decoded (+ is a space, %41 an A); what parameters give is sent as it is.',
  ],
  byDefault: 'none: the body has no parts and the media is not sent',
  standing: 'documented',
  rationale:
    'Documented as x-www-form-urlencoded style; how it is split and decoded is inferred or our choice.',
  rules: ['MP-1', 'MP-2', 'MP-3', 'MP-4', 'TPL-10'],
  example: 'from=%account[username]%&to=%to%&file=%media_content%',
  isTemplate: true,
};

const customHeaders: KeyEntry = {
  name: customHeadersKey,
  title: 'Headers of your own',
  paragraphs: [
    'One header a line, as Name: value. A typed \\n counts as a line break too.',
    'A User-Agent or Cache-Control here takes the place of the app’s own. Host, Content-Type, Content-Length and the like belong to the app and are not sent from here.',
  ],
  byDefault: 'none',
  standing: 'documented',
  rationale: 'Documented as separated by new lines; both forms of a new line are inferred.',
  rules: ['HDR-2', 'HDR-3', 'HDR-4', 'HDR-5', 'TPL-11'],
  example: 'X-Media-Size: %media_size%',
  isTemplate: true,
};

const authRationale = 'Documented for the app’s web services in general, not for this one.';

const authUsername: KeyEntry = {
  name: authUsernameKey,
  title: 'User name for a login (HTTP Digest)',
  paragraphs: [
    'With it the app answers a Digest challenge (401), and over https, by assumption, one with Basic. The first request always goes out without credentials.',
  ],
  byDefault: 'none: a challenge is not answered',
  standing: 'documented',
  rationale: authRationale,
  rules: ['HDR-6'],
  example: '%account[username]%',
  isTemplate: true,
};

const authPassword: KeyEntry = {
  name: authPasswordKey,
  title: 'Password for a login (HTTP Digest)',
  paragraphs: [
    'Digest proves that the app knows it without sending it, so it is not masked without https. Basic sends it readable, so it is answered over https only.',
  ],
  byDefault: 'empty',
  standing: 'documented',
  rationale: authRationale,
  rules: ['HDR-6'],
  example: '%account[password]%',
  isTemplate: true,
};

const timeout: KeyEntry = {
  name: timeoutKey,
  title: 'Timeout in seconds',
  paragraphs: ['How long the app waits, as a whole number of seconds above 0.'],
  byDefault: `${defaultTimeoutSeconds} seconds`,
  standing: 'inferred',
  rationale: 'Other web services of the app have this suffix; its name and unit are not shown for this one.',
  rules: ['KEY-4'],
  example: '90',
  isTemplate: false,
};

/** In the order in which people write them. */
export const keyCatalogue: readonly KeyEntry[] = [
  url,
  method,
  multipartData,
  customHeaders,
  authUsername,
  authPassword,
  timeout,
];

export function keyEntry(name: string): KeyEntry | undefined {
  return keyCatalogue.find((entry) => entry.name === name);
}
