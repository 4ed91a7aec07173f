/** What of a captured request the app would send otherwise, line by line, each with the rule that makes it so. */
import { sameBytes, textOf } from '../capture/byte-text.ts';
import type { CapturedHeader } from '../capture/captured.ts';
import type { CapturedPart } from '../capture/read-multipart.ts';
import { isHeaderName } from '../core/request/custom-headers.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import type { CapturedUpload } from './captured-upload.ts';
import { type Guess, isOwnedByApp } from './guesses.ts';
import { leftOut, login } from './meanings.ts';

export interface Difference {
  /** The rule of the contract that makes the app do otherwise. */
  readonly rule: string;
  /** `header Accept`, `part file`. */
  readonly where: string;
  readonly text: string;
}

export interface Compared {
  readonly upload: CapturedUpload;
  readonly guesses: readonly Guess[];
  readonly plan: RequestPlan;
  /** The body of the plan, the media in it. */
  readonly body: Uint8Array;
}

export function differencesOf(compared: Compared): readonly Difference[] {
  const { upload, plan, body } = compared;
  const { request } = upload;
  const isOtherBody = !sameBytes(upload.body, body);
  const found: Difference[] = [
    ...methodDifferences(request.method),
    ...targetDifferences(request.target, plan.target),
    ...versionDifferences(request.version),
    ...(request.isUtf8
      ? []
      : [difference('TPL-11', 'headers', 'The head holds bytes that are no UTF-8; the app sends UTF-8.')]),
    ...headerDifferences(compared, isOtherBody),
    ...(isOtherBody ? bodyDifferences(compared) : []),
  ];
  if (isOtherBody && !found.some(({ where }) => where === 'body' || where.startsWith('part'))) {
    const at = firstDifferent(upload.body, body);
    found.push(difference('MP-5', 'body', `From byte ${at} of the body on, the app sends something else.`));
  }
  return found;
}

export function firstDifferent(one: Uint8Array, other: Uint8Array): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

function difference(rule: string, where: string, text: string): Difference {
  return { rule, where, text };
}

function methodDifferences(method: string): readonly Difference[] {
  if (method === 'POST' || method === 'PUT') return [];
  const isCase = /^(?:post|put)$/i.test(method);
  const text = isCase
    ? `The app writes the method in capitals, not ${method}.`
    : `The app sends POST or PUT, not ${method}: POST was taken.`;
  return [difference('ACC-8', 'method', text)];
}

function targetDifferences(captured: string, planned: string): readonly Difference[] {
  if (captured === planned) return [];
  if (/^https?:\/\//i.test(captured))
    return [
      difference(
        'URL-2',
        'target',
        'The app writes path and query into the request line, not the whole address.',
      ),
    ];
  return [
    difference(
      'URL-2',
      'target',
      `The app asks for ${shorten(planned)}, not for ${shorten(captured)}: a URL parser writes it so.`,
    ),
  ];
}

function versionDifferences(version: string): readonly Difference[] {
  if (version === '1.1') return [];
  return [difference('HDR-1', 'version', `It was sent by HTTP/${version}: the app sends HTTP/1.1.`)];
}

function headerDifferences({ upload, guesses, plan }: Compared, isOtherBody: boolean): readonly Difference[] {
  const { request } = upload;
  const found: Difference[] = [];
  const add = (rule: string, name: string, text: string) =>
    found.push(difference(rule, `header ${name}`, text));
  const left = plan.headers.map(({ name, value }) => ({ name, value }));
  const meaningOf = (index: number) => guesses.find(({ id }) => id === `header:${index}`)?.meaning;
  const kept: string[] = [];
  for (const [index, header] of request.headers.entries()) {
    const { name, value } = header;
    const lower = name.toLowerCase();
    const at = left.findIndex((one) => one.name.toLowerCase() === lower);
    const [planned] = at < 0 ? [] : left.splice(at, 1);
    if (planned === undefined) {
      add(...missing(header, meaningOf(index)));
      continue;
    }
    kept.push(lower);
    if (lower === 'content-length' && planned.value !== value.trim()) {
      if (!isOtherBody)
        add(
          'HDR-1',
          name,
          `The app states the body's exact length, ${planned.value}, not ${shorten(value)}.`,
        );
    } else if (lower === 'content-type' && isOtherType(value, planned.value))
      add('HDR-5', name, `The app writes ${shorten(planned.value)}, not ${shorten(value)}.`);
    else if (lower !== 'content-type' && planned.value !== value) {
      if (meaningOf(index) === leftOut)
        add('HDR-5', name, `The app has its own, ${shorten(planned.value)}; ${shorten(value)} was left out.`);
      else
        add(
          isOwnedByApp(name) ? 'HDR-5' : 'TPL-11',
          name,
          `The app writes ${shorten(planned.value)}, not ${shorten(value)}.`,
        );
    }
    if (planned.name !== name && request.version !== '2')
      add('HDR-5', name, `The app writes the name as ${planned.name}.`);
    else if (header.line !== undefined && planned.value === value)
      add('HDR-2', name, 'The app writes one space behind the colon, and a header on one line.');
  }
  // Without the file its length is not known, and curl states it all the same.
  const isUnknown = (name: string) => name === 'Content-Length' && upload.standIns.length > 0;
  found.push(...left.filter(({ name }) => !isUnknown(name)).map(addition));
  if (request.version === '2') return found;
  const order = plan.headers.map(({ name }) => name.toLowerCase()).filter((name) => kept.includes(name));
  if (order.join() !== kept.join())
    found.push(
      difference(
        'HDR-2',
        'headers',
        'The order is another one: the app’s own headers come first, then the custom ones.',
      ),
    );
  return found;
}

function addition({ name, value }: { readonly name: string; readonly value: string }): Difference {
  return difference('HDR-5', `header ${name}`, `The app also sends ${name}: ${shorten(value)}.`);
}

/** Why a captured header is not sent. */
function missing({ name }: CapturedHeader, meaning: string | undefined): [string, string, string] {
  if (meaning === leftOut) return ['HDR-2', name, 'Left out: the app sends it only as a custom header.'];
  if (meaning === login)
    return [
      'HDR-6',
      name,
      'The app logs in only when it is asked to, by a 401: the first request goes without.',
    ];
  if (/^transfer-encoding$/i.test(name)) return ['HDR-1', name, 'The app sends nothing chunked.'];
  if (isOwnedByApp(name))
    return ['HDR-5', name, 'It belongs to the app’s HTTP stack, and a custom one isn’t sent.'];
  if (!isHeaderName(name)) return ['HDR-4', name, 'It is no header name: such a line isn’t sent.'];
  if (/^(?:user-agent|cache-control)$/i.test(name)) return ['HDR-5', name, 'The app sends this header once.'];
  return ['HDR-4', name, 'It can’t be written as a custom header.'];
}

/** But for the boundary, which is drawn anew. */
function isOtherType(captured: string, planned: string): boolean {
  const without = (value: string) => value.replace(/boundary="(?:[^"\\]|\\.)*"/, 'boundary="…"');
  return without(captured) !== without(planned);
}

function bodyDifferences({ upload, guesses, plan }: Compared): readonly Difference[] {
  const { kind, form, contentType, isBodyMissing } = upload;
  const body = (rule: string, text: string) => [difference(rule, 'body', text)];
  if (isBodyMissing)
    return body('MP-5', 'The body is a file that is not at hand, so nothing can be said of its parts.');
  switch (kind) {
    case 'none':
      return body('MP-5', 'There is no body: the app always sends a form with parts.');
    case 'urlencoded':
      return body(
        'MP-5',
        'The body is application/x-www-form-urlencoded: the app sends its fields as parts of multipart/form-data.',
      );
    case 'json':
      return body(
        'MP-5',
        'The body is JSON: the app sends multipart/form-data. Texts and numbers of the object became parts.',
      );
    case 'other':
      return body(
        'MP-5',
        `The body is ${shorten(contentType ?? 'of no named type')}, not a form: the app sends it as a part of multipart/form-data.`,
      );
    case 'multipart':
      break;
  }
  if (form === null) return [];
  const found: Difference[] = [];
  const add = (rule: string, where: string, text: string) => found.push(difference(rule, where, text));
  if (!/^multipart\/form-data\b/i.test(contentType ?? ''))
    add('MP-5', 'body', `The app sends multipart/form-data, not ${shorten(contentType ?? '')}.`);
  if (form.preamble > 0) add('MP-5', 'body', 'The app writes nothing before the first delimiter.');
  if (form.epilogue > 0) add('MP-5', 'body', 'The app writes nothing behind the closing delimiter.');
  if (!form.isClosed) add('MP-5', 'body', 'The body has no closing delimiter: the app writes one.');
  else if (!form.endsInCrlf) add('MP-5', 'body', 'The app ends the body with CRLF.');
  if (form.boundary !== plan.boundary) add('MP-9', 'body', 'The boundary is one that the app can’t have.');
  if (form.parts.length > upload.parts.length)
    add('MP-5', 'body', `Of ${form.parts.length} parts only the first ${upload.parts.length} were taken.`);
  const media = upload.parts[upload.media];
  for (const [index, part] of upload.parts.entries()) {
    if (part.captured === null) continue;
    const meaning = guesses.find(({ id }) => id === `part:${index}`)?.meaning;
    const isOtherFile = media !== undefined && media !== part && !sameBytes(media.value, part.value);
    found.push(...partDifferences(part.captured, meaning ?? '', plan, isOtherFile));
  }
  return found;
}

function partDifferences(
  part: CapturedPart,
  meaning: string,
  plan: RequestPlan,
  isOtherFile: boolean,
): readonly Difference[] {
  const found: Difference[] = [];
  const where = `part ${shorten(part.name?.text ?? '(no name)')}`;
  const add = (rule: string, text: string) => found.push(difference(rule, where, text));
  if (meaning === leftOut) {
    add(
      part.fileName === null ? 'MP-1' : 'MP-4',
      part.fileName === null ? 'Left out.' : 'The app sends one file: this one is left out.',
    );
    return found;
  }
  if (part.name === null) add('MP-5', 'It has no name: the app writes one for every part.');
  const isFile = meaning === 'media_content';
  const disposition = part.headers.find(({ name }) => /^content-disposition$/i.test(name));
  if (part.hasBlankLine)
    add(
      'MP-7',
      'An empty line stands before its headers: only --assume file-part-blank-line=literal sends that.',
    );
  for (const { name, value } of part.headers) {
    if (/^content-disposition$/i.test(name)) continue;
    if (/^content-type$/i.test(name) && isFile) {
      if (value !== plan.mediaType)
        add('MP-8', `The app sends the file as ${plan.mediaType}, not as ${shorten(value)}.`);
    } else if (/^content-type$/i.test(name))
      add('MP-3', `It has a type of its own, ${shorten(value)}: the app writes one for the file alone.`);
    else add('MP-5', `It has the header ${shorten(name)}: the app writes none but those of MP-5.`);
  }
  if (isFile && part.type === null)
    add('MP-3', `The app writes the file's type, ${plan.mediaType}; there is none here.`);
  if (part.fileName !== null && !isFile)
    add('MP-3', 'It has a file name: the app writes one for the file alone.');
  if (isFile && part.fileName === null)
    add('MP-3', `The app writes the file name ${plan.fileName}; there is none here.`);
  if (isFile && part.fileName?.text === '')
    add('MP-10', `The file name is empty: the app writes ${plan.fileName}.`);
  if (isFile && isOtherFile)
    add('MP-4', 'It is another file: the app sends the same one in every such part.');
  if (isQuotedForNothing(part))
    add(
      'MP-6',
      'Its name is in quotes that it does not need: the app writes it bare (--assume part-names=quoted).',
    );
  else if (
    disposition !== undefined &&
    found.length === 0 &&
    !isPlainDisposition(disposition.value, disposition.line)
  )
    add('MP-5', `The app writes Content-Disposition otherwise than ${shorten(disposition.value)}.`);
  return found;
}

const plainToken = /^[^\s()<>@,;:\\"/[\]?=\u007F-\uFFFF]+$/;

function isQuotedForNothing({ name, fileName }: CapturedPart): boolean {
  return [name, fileName].some((one) => one?.isQuoted === true && plainToken.test(one.text));
}

function isPlainDisposition(value: string, line: string | undefined): boolean {
  return (
    line === undefined &&
    /^form-data; name=(?:"(?:[^"\\]|\\.)*"|[^";\s]+)(?:; filename=(?:"(?:[^"\\]|\\.)*"|[^";\s]+))?$/.test(
      value,
    )
  );
}

function shorten(text: string): string {
  const clean = textOf(new TextEncoder().encode(text));
  return clean.length > 80 ? `${clean.slice(0, 80)}…` : clean;
}
