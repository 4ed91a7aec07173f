/**
 * What stands around this service (contract, section 10): from the vendor's public pages and headers.
 * What they do not say is unknown, and is said to be.
 */

interface Fact {
  /** Names of nodes that it is about begin so. */
  readonly prefix: string;
  readonly paragraphs: readonly string[];
}

const facts: readonly Fact[] = [
  {
    prefix: 'genericMediaUploadPrecheck',
    paragraphs: [
      'Optional, before an upload: it lets a server refuse (credentials, balance, type, size) before a long upload starts. The playground does not send it.',
      'GET, HEAD, POST or PUT; GET unless it has post data. The parameters are those of the upload. How its reply is read is unknown here.',
    ],
  },
  {
    prefix: 'genericMediaRefSend',
    paragraphs: [
      'Optional, after an upload: called once for each recipient. Without it the reference travels by SIP. The playground does not send it.',
      'Its parameters are sms_to, description, media_url (what this upload returned), media_content_type, preview_content (Base64), preview_content_type (image/jpeg), preview_width and preview_height.',
      'Whether the media is uploaded once, or once for each of several recipients, is unknown.',
    ],
  },
  {
    prefix: 'genericSms',
    paragraphs: [
      "In Send Message content_type is the message's own type; in media upload it is the type of the file part.",
    ],
  },
];

/** More about a node than what it is in one line. */
export function factsAbout(node: string): readonly string[] {
  return facts.find(({ prefix }) => node.startsWith(prefix))?.paragraphs ?? [];
}

/** More about a parameter of this service. */
export function factsAboutParameter(name: string): readonly string[] {
  if (name !== 'content_type') return [];
  return ["In Send Message, a service next door, a parameter of this name is the message's own type."];
}

/** What servers see of user agents; which one this service will send is an example's. */
export const userAgentFacts =
  'The documentation’s example is CloudSoftphone/1.5.6. User agents seen today look like Groundwire/25.2.34 (build 2335157; iOS 18.6.2; arm64-neon); what the app will send with this service is unknown.';
