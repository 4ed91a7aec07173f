/** What to look at where a server, or something in front of it, refused the upload (RES-7). */
import { advice } from './reasons.ts';
import type { Reason } from './verdict.ts';

const rule = 'RES-7';

/** What web servers write to a request that came to the wrong port or without what TLS asks for. */
const aboutTls: readonly (readonly [pattern: RegExp, text: string])[] = [
  [
    /plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled server port|combination of host and port requires TLS|client sent an HTTP request to an HTTPS server/i,
    'The reply says that the port expects TLS, and the upload came as plain http. Write https:// in genericMediaUploadUrl, or name the port for http.',
  ],
  [
    /No required SSL certificate was sent|SSL certificate error/i,
    'The reply says that the server asks for a client certificate, and the upload brought none it accepts. The documentation names none for the app: let the server take uploads without one.',
  ],
];
/** Characters of the body that are looked at: such pages are short. */
const lookedAt = 8192;

/** `hasField`: the body holds `message` or `media_url`, so it was the application that spoke. */
export function adviseOnRefusal(status: number, hasField: boolean, body: string): readonly Reason[] {
  if (status === 413)
    return [
      advice(
        rule,
        'Status 413: the upload is over a limit of the server or of a proxy in front of it. By default nginx takes bodies of 1 MB (client_max_body_size), PHP files of 2 MB (upload_max_filesize) and bodies of 8 MB (post_max_size). Raise what applies.',
      ),
    ];
  if ((status !== 400 && status !== 403) || hasField) return [];
  const match = aboutTls.find(([pattern]) => pattern.test(body.slice(0, lookedAt)));
  if (match) return [advice(rule, match[1])];
  return [
    advice(
      rule,
      `Status ${status} without a field of the service may come from a firewall in front of the server. Reported, not measured here: some refuse a charset in this Content-Type, a quoted boundary, or bodies over 8 KiB. Look for this request in the firewall's log.`,
    ),
  ];
}
