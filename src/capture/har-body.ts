/**
 * The body of a request as HAR has it. `postData.text` is text, so that a body with a file in it can't stand there;
 * each tool has its own way out. What was lost on that way is said.
 */
import { decodeBase64 } from '../core/request/basic.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import { latin1Bytes } from './byte-text.ts';
import { type CaptureFault, joined } from './captured.ts';
import { field, listField, textField } from './json-values.ts';

export interface HarBody {
  readonly bytes: Uint8Array;
  readonly faults: readonly CaptureFault[];
}

const none = { bytes: new Uint8Array(), faults: [] };
const mostParams = 1000;

/** `length`: what Content-Length says, null where nothing does. */
export function harBody(request: unknown, boundary: string | null, length: number | null): HarBody {
  const status = textField(request, '_requestBodyStatus');
  const content = field(request, '_content');
  const kept = textField(content, 'text');
  // HTTP Toolkit: a body that is no text stands beside postData, in Base64.
  if (kept !== undefined) return encoded(kept, textField(content, 'encoding'), length);
  if (status?.startsWith('discarded'))
    return missing(`The tool that wrote this HAR left the body out (${status}).`);
  const post = field(request, 'postData');
  const text = textField(post, 'text');
  const base64 = textField(post, '_base64') ?? textField(post, 'base64');
  if (base64 !== undefined) return encoded(base64, 'base64', length);
  if (text !== undefined && (text !== '' || listField(post, 'params').length === 0))
    return encoded(withoutHead(text), textField(post, 'encoding') ?? textField(post, '_encoding'), length);
  const params = listField(post, 'params').slice(0, mostParams);
  if (params.length > 0) return fromParams(params, boundary);
  if (length !== null && length > 0) return missing('The HAR does not hold the body of the request.');
  return none;
}

function missing(text: string): HarBody {
  return { ...none, faults: [{ severity: 'fault', code: 'body-missing', text, at: null }] };
}

function encoded(text: string, encoding: string | undefined, length: number | null): HarBody {
  if (encoding === 'base64') {
    const bytes = decodeBase64(text.replaceAll(/\s/g, ''));
    return bytes === null ? missing('The body is said to be Base64, and is none.') : { bytes, faults: [] };
  }
  const bytes = utf8(text);
  if (length === null || bytes.length === length) return { bytes, faults: [] };
  // Firefox and others write a character for each byte.
  if (text.length === length && isOneByteEach(text)) {
    const note = 'The body is written a character a byte: as its Content-Length says.';
    return {
      bytes: latin1Bytes(text),
      faults: [{ severity: 'note', code: 'body-lossy', text: note, at: null }],
    };
  }
  const why = text.includes('\uFFFD')
    ? 'bytes that are no text were replaced'
    : bytes.length < length
      ? 'browsers leave the content of files out'
      : 'line ends or characters were changed';
  const lossy = `The body has ${bytes.length} bytes here, and ${length} were sent: ${why}.`;
  return { bytes, faults: [{ severity: 'fault', code: 'body-lossy', text: lossy, at: null }] };
}

/** Firefox puts the headers of the upload stream before the body. */
function withoutHead(text: string): string {
  if (!/^content-(?:type|length): /i.test(text)) return text;
  const end = /\r?\n\r?\n/.exec(text.slice(0, 4096));
  return end === null ? text : text.slice(end.index + end[0].length);
}

/** The fields are known, the bytes between them are not: written as clients commonly do. */
function fromParams(params: readonly unknown[], boundary: string | null): HarBody {
  if (boundary === null) {
    const pairs = params.map(
      (param) => `${formEncode(textField(param, 'name'))}=${formEncode(textField(param, 'value'))}`,
    );
    return { bytes: utf8(pairs.join('&')), faults: [rebuilt] };
  }
  const pieces = params.flatMap((param) => {
    const fileName = textField(param, 'fileName');
    const type = textField(param, 'contentType');
    const quote = (name: string) => `"${name.replaceAll(/[\r\n"]/g, (one) => encodeURIComponent(one))}"`;
    const disposition = `Content-Disposition: form-data; name=${quote(textField(param, 'name') ?? '')}`;
    const file = fileName === undefined ? '' : `; filename=${quote(fileName)}`;
    const own =
      type === undefined || type === '' ? '' : `\r\nContent-Type: ${type.replaceAll(/[\r\n]/g, ' ')}`;
    const head = utf8(`--${boundary}\r\n${disposition}${file}${own}\r\n\r\n`);
    return [head, paramBytes(param), utf8('\r\n')];
  });
  return { bytes: joined([...pieces, utf8(`--${boundary}--\r\n`)]), faults: [rebuilt] };
}

const rebuilt: CaptureFault = {
  severity: 'fault',
  code: 'body-rebuilt',
  text: 'The HAR holds the fields of the form and not its bytes: the body was put together from them.',
  at: null,
};

function paramBytes(param: unknown): Uint8Array {
  const value = textField(param, 'value') ?? '';
  const isBase64 = (textField(param, 'encoding') ?? textField(param, '_encoding')) === 'base64';
  return (isBase64 ? decodeBase64(value) : null) ?? utf8(value);
}

function formEncode(text = ''): string {
  return encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/g, '\uFFFD')).replaceAll('%20', '+');
}

function isOneByteEach(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}
