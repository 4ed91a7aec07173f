/** What is kept of an upload, with its passwords masked. Pure. */

import type { KnownSecret } from '../../core/secrets/known-secrets.ts';
import { TextMask } from '../../core/secrets/text-mask.ts';
import { withoutSecrets } from '../state/secrets/without-secrets.ts';
import { newSession, type Session } from '../state/session.ts';
import { readSession, storable } from '../state/stored-session.ts';
import type { CutText, EntryDetails, Summary } from './entry.ts';

/** The same where they are masked already. */
export function maskDetails(details: EntryDetails): EntryDetails {
  const { secrets, request, reply, verdict, failure } = details;
  if (secrets === null) return details;
  const mask = new TextMask(secrets);
  const cut = ({ text, more }: CutText): CutText => ({ text: mask.text(text), more });
  const headers = (pairs: EntryDetails['request']['headers']) =>
    pairs.map(([name, value]): [string, string] => [mask.known(name), mask.header(name, value)]);
  return {
    ...details,
    request: {
      ...request,
      url: mask.text(request.url),
      headers: headers(request.headers),
      parts: request.parts.map((part) => ({ ...part, name: mask.known(part.name), value: cut(part.value) })),
      media: request.media && {
        ...request.media,
        name: mask.known(request.media.name),
        type: mask.known(request.media.type),
      },
    },
    reply: reply && {
      ...reply,
      statusText: mask.text(reply.statusText),
      headers: headers(reply.headers),
      body: reply.body && cut(reply.body),
    },
    verdict: verdict && {
      ...verdict,
      shown: verdict.shown && cut(verdict.shown),
      mediaUrl: verdict.mediaUrl && cut(verdict.mediaUrl),
      reasons: verdict.reasons.map((reason) => ({ ...reason, text: mask.text(reason.text) })),
      caveats: verdict.caveats.map((text) => mask.text(text)),
    },
    failure: failure && { ...failure, detail: mask.text(failure.detail) },
    session: maskSession(details.session, mask),
    secrets: null,
    blanks: [...mask.blanks],
  };
}

/** Of a list anybody may look at: always. */
export function maskSummary(summary: Summary, secrets: readonly KnownSecret[]): Summary {
  const mask = new TextMask(secrets);
  const { url, recipient, media, result } = summary;
  return {
    ...summary,
    url: mask.text(url),
    recipient: mask.text(recipient),
    media: media && { ...media, name: mask.known(media.name) },
    result: { ...result, text: mask.text(result.text) },
  };
}

function maskSession(stored: unknown, mask: TextMask): object {
  const session = readKeptSession(stored);
  if (session === null) return {};
  const blanked = withoutSecrets(session, 'without logins');
  const parameters = Object.entries(blanked.parameters).map(([name, value]) => [name, mask.text(value)]);
  // What is secret may stand once more where nothing says so.
  return {
    ...storable({ ...blanked, parameters: Object.fromEntries(parameters) }),
    xml: mask.known(blanked.xml),
  };
}

/** Null: of no shape that this page knows. */
export function readKeptSession(stored: unknown): Session | null {
  return readSession(stored, newSession({ xml: '', parameters: {} }, ''));
}
