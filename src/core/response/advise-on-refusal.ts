/** What to look at where a server, or something in front of it, refused the upload (RES-7). */
import { advice } from './reasons.ts';
import type { Reason } from './verdict.ts';

const rule = 'RES-7';

/** `hasField`: the body holds `message` or `media_url`, so it was the application that spoke. */
export function adviseOnRefusal(status: number, hasField: boolean): readonly Reason[] {
  if (status === 413)
    return [
      advice(
        rule,
        'Status 413: the upload is over a limit of the server or of a proxy in front of it. By default nginx takes bodies of 1 MB (client_max_body_size), PHP files of 2 MB (upload_max_filesize) and bodies of 8 MB (post_max_size). Raise what applies.',
      ),
    ];
  if ((status !== 400 && status !== 403) || hasField) return [];
  return [
    advice(
      rule,
      `Status ${status} without a field of the service may come from a firewall in front of the server. Reported, not measured here: some refuse a charset in this Content-Type, a quoted boundary, or bodies over 8 KiB. Look for this request in the firewall's log.`,
    ),
  ];
}
