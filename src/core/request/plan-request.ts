/** The request itself: method, target, head and body, as they are sent. */

import { readMethod, readTimeout } from '../account/key-diagnostics.ts';
import type { Account } from '../account/read-account.ts';
import { authUsernameKey, urlKey } from '../account/service-keys.ts';
import type { Assumptions } from '../assumptions.ts';
import type { Diagnostic } from '../source/diagnostics.ts';
import type { Expander } from '../template/expander.ts';
import { mediaContent } from '../template/parameter-catalogue.ts';
import { sourceRange } from '../xml/source-text.ts';
import { expandUrl } from './expand-url.ts';
import { multipartDataFix } from './file-part-fix.ts';
import { planHead } from './head.ts';
import { fileNameOf } from './media-type.ts';
import { lengthOf, planBody } from './multipart-body.ts';
import { readParts } from './multipart-template.ts';
import { parseUrl } from './parse-url.ts';
import type { Media, RequestPlan } from './plan.ts';
import type { PlannedCredentials } from './plan-credentials.ts';

interface PlanInputs {
  readonly xml: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly media: Media;
  readonly assumptions: Assumptions;
  readonly boundary: string;
}

/** Null where there is no URL to send to; a diagnostic says why. */
export function planRequest(
  account: Account,
  expander: Expander,
  { assumptions, boundary, media, parameters, xml }: PlanInputs,
  mediaType: string,
  credentials: PlannedCredentials | null,
  diagnostics: Diagnostic[],
): RequestPlan | null {
  const method = readMethod(account, diagnostics);
  const timeoutSeconds = readTimeout(account, diagnostics);
  reportCredentials(account, diagnostics);
  const fileName = fileNameOf(media, mediaType);
  const template = expander.template(urlKey);
  const expandedUrl = template && expandUrl(expander, template, assumptions['url-encoding']);
  const target = expandedUrl && parseUrl(expander, expandedUrl);
  const parts = readParts(expander, {
    decodeLiterals: assumptions['multipart-literals'] === 'decode',
    hasOwnMediaContent: Object.hasOwn(parameters, mediaContent),
    fallbackRange: template ? account.element.nameRange : null,
    missingFix: () => multipartDataFix(xml, account),
  });
  const body = planBody(expander, parts, {
    boundary,
    fileName,
    mediaType,
    mediaSize: media.size,
    alwaysQuoted: assumptions['part-names'] === 'quoted',
    blankLine: assumptions['file-part-blank-line'] === 'literal',
  });
  const bodyLength = lengthOf(body);
  // Planned even where there is no URL: faults in the headers are worth knowing all the same.
  const headers = planHead(expander, target?.host ?? '', boundary, bodyLength);
  if (!template) reportServiceOff(account, diagnostics);
  if (!expandedUrl || !target) return null;
  return {
    method,
    ...target,
    urlPieces: expandedUrl.pieces,
    headers,
    parts: parts.map(({ name, value, range }) => ({ name: readable(name), isFile: value === null, range })),
    body,
    bodyLength,
    boundary,
    mediaType,
    fileName,
    timeoutSeconds,
    credentials,
  };
}

/** ACC-9. */
function reportServiceOff(account: Account, diagnostics: Diagnostic[]): void {
  const empty = account.nodes.get(urlKey);
  const message = `Without <${urlKey}> media upload is off: the app sends nothing. Add it with the URL of your server.`;
  const range = empty ? empty.startTag : account.element.nameRange;
  diagnostics.push({ rule: 'ACC-9', severity: 'error', message, range });
}

/** HDR-6: what a person does not see in the preview, which is of the first request. */
function reportCredentials(account: Account, diagnostics: Diagnostic[]): void {
  const value = account.setValue(authUsernameKey);
  if (!value) return;
  const message =
    'The first request goes out without these credentials. A 401 with a Digest challenge is answered with the whole request again: once, and once more where the server calls the nonce stale. One that offers Basic and no Digest is answered over https, which is an assumption.';
  diagnostics.push({
    rule: 'HDR-6',
    severity: 'info',
    message,
    range: sourceRange(value, 0, value.text.length),
  });
}

function readable(name: readonly { readonly bytes: Uint8Array }[]): string {
  const decoder = new TextDecoder();
  return name.map((piece) => decoder.decode(piece.bytes)).join('');
}
