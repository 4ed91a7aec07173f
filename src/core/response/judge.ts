/** The app's reading of a reply: success or failure, what it shows, and why (contract, section 7). */
import { adviseOnCompression, adviseOnLength, adviseOnStatus, isPartial } from './advice.ts';
import { adviseOnMediaUrl } from './advise-on-media-url.ts';
import { adviseOnRefusal } from './advise-on-refusal.ts';
import { pointOutAlmost } from './almost.ts';
import { bodilessReasons, isBodiless } from './bodiless.ts';
import { decodeText } from './charset.ts';
import { unpack } from './content-encoding.ts';
import { parseContentType } from './content-kind.ts';
import { explainSearch } from './explain-search.ts';
import type { FoundField } from './field-search.ts';
import { genericText } from './generic-text.ts';
import { headerValues } from './headers.ts';
import { noBody, type ReadBody, readBody } from './read-body.ts';
import { advice, fail, pass, quotePath } from './reasons.ts';
import type { Reason, ResponseInputs, Verdict } from './verdict.ts';

/** What the rules decide; the rest of a verdict is how the body was read. */
interface Decision extends Pick<Verdict, 'success' | 'mediaUrl' | 'shown' | 'generic' | 'path' | 'reasons'> {
  /** The field that was looked for in vain; null where it was found. */
  readonly missing: 'media_url' | 'message' | null;
}

/** Never throws, whatever the server sent. */
export function judgeResponse(inputs: ResponseInputs): Verdict {
  return isBodiless(inputs.status) ? judgeBodiless(inputs) : judgeWithBody(inputs);
}

/** The same from a saved body as from the wire, where what follows such a head is no body (RES-8). */
function judgeBodiless(inputs: ResponseInputs): Verdict {
  const { missing: _, ...decision } = decide(inputs, noBody, '');
  const reasons = [
    statusReason(inputs.status),
    ...bodilessReasons(inputs),
    ...decision.reasons,
    ...adviseOnStatus(inputs.status),
  ];
  return { ...decision, isPartial: false, reasons, kind: null, text: '' };
}

function judgeWithBody(inputs: ResponseInputs): Verdict {
  const { status, headers } = inputs;
  const unpacked = unpack(inputs.body, headerValues(headers, 'Content-Encoding'));
  const contentTypes = headerValues(headers, 'Content-Type');
  const contentType = parseContentType(contentTypes[0] ?? '');
  const { text, notes } = decodeText(unpacked.bytes, contentType.charset);
  const isCut = isPartial(inputs);
  const body = readBody(text, contentType, isCut);
  const { missing, ...decision } = decide(inputs, body, text);
  const server = headerValues(headers, 'Server')[0];
  const almost = missing === null ? [] : pointOutAlmost({ text, kind: body.kind, status, server }, missing);
  const reading = [
    ...(contentTypes.length > 1
      ? [advice('RES-4', 'There are several Content-Type headers: the first counts.')]
      : []),
    ...notes.map((note) => advice('RES-4', note)),
  ];
  const reasons = [
    statusReason(status),
    ...body.reasons,
    ...(almost.length === 0 || isCut ? body.hints : []),
    ...almost,
    ...reading,
    ...decision.reasons,
    ...adviseOnStatus(status),
    ...adviseOnCompression(unpacked, inputs.body),
    ...adviseOnLength(inputs, unpacked.bytes.length),
  ];
  return { ...decision, isPartial: isCut, reasons, kind: body.kind, text };
}

function decide(inputs: ResponseInputs, body: ReadBody, text: string): Decision {
  return isSuccessStatus(inputs.status)
    ? judgeSuccessStatus(inputs, body)
    : judgeErrorStatus(inputs, body, text);
}

export function isSuccessStatus(status: number): boolean {
  return status >= 200 && status <= 299;
}

function statusReason(status: number): Reason {
  if (isSuccessStatus(status)) return pass('RES-1', `Status ${status} is 2xx.`);
  return fail('RES-1', `Status ${status} is not 2xx, so the upload failed.`);
}

function judgeSuccessStatus({ assumptions }: ResponseInputs, body: ReadBody): Decision {
  const search = body.find('media_url');
  const explained = explainSearch('media_url', search);
  if (search.found) {
    const { value, path } = search.found;
    const reasons = [...explained, ...adviseOnMediaUrl(value)];
    return { success: true, mediaUrl: value, shown: null, generic: false, path, missing: null, reasons };
  }
  const absent = [...explained, fail('RES-1', 'There is no media_url with a value, so the upload failed.')];
  const assumption = 'success-without-media-url';
  switch (assumptions[assumption]) {
    case 'generic': {
      const text = "Without media_url a 2xx reply fails with the app's generic text; a message is not shown.";
      return failure(null, 'media_url', [...absent, fail('RES-3', text, assumption)]);
    }
    case 'message': {
      const message = body.find('message');
      const text = message.found
        ? 'Without media_url a 2xx reply fails, and its message is shown.'
        : 'Without media_url a 2xx reply fails; it has no message either, so the app shows its generic text.';
      return failure(message.found, 'media_url', [
        ...absent,
        ...explainSearch('message', message),
        fail('RES-3', text, assumption),
      ]);
    }
  }
}

function judgeErrorStatus({ status }: ResponseInputs, body: ReadBody, bodyText: string): Decision {
  const message = body.find('message');
  const explained = explainSearch('message', message);
  const text = message.found
    ? 'The app shows its user this message.'
    : 'There is no message with a value, so the app shows its generic text.';
  const mediaUrl = body.find('media_url').found;
  const ignored = `There is a media_url at ${quotePath(mediaUrl?.path ?? '')}, but with status ${status} it does not count.`;
  return failure(message.found, message.found ? null : 'message', [
    ...explained,
    message.found ? pass('RES-2', text) : fail('RES-2', text),
    ...(mediaUrl ? [advice('RES-2', ignored)] : []),
    ...adviseOnRefusal(status, message.found !== null || mediaUrl !== null, bodyText),
  ]);
}

function failure(
  message: FoundField | null,
  missing: Decision['missing'],
  reasons: readonly Reason[],
): Decision {
  if (message === null) return { success: false, shown: genericText, generic: true, missing, reasons };
  return { success: false, shown: message.value, generic: false, path: message.path, missing, reasons };
}
