/** A captured request as an upload: which values stand where, and which file it carries. */
import { asUtf8, latin1, latin1Bytes, textOf } from '../capture/byte-text.ts';
import { type CapturedRequest, headerOf, joined } from '../capture/captured.ts';
import { parseJson } from '../capture/json-values.ts';
import {
  boundaryOf,
  type CapturedForm,
  type CapturedPart,
  type PartText,
  readMultipart,
} from '../capture/read-multipart.ts';
import { decodeBase64 } from '../core/request/basic.ts';
import { typeFromBytes } from '../core/request/media-type.ts';
import { formDecode, utf8 } from '../core/template/percent-encoding.ts';

export type BodyKind = 'multipart' | 'urlencoded' | 'json' | 'other' | 'none';

/** What becomes a part of the template. */
export interface UploadPart {
  readonly name: Uint8Array;
  readonly value: Uint8Array;
  /** As captured; null where the body was no form. */
  readonly captured: CapturedPart | null;
  /** It is a file: it has a file name, or is the media itself. */
  readonly isFile: boolean;
  /** Its content is not at hand: something of the same type stands in. */
  readonly isStandIn: boolean;
}

export interface CapturedUpload {
  readonly request: CapturedRequest;
  /** With a stand-in for each file that is not at hand. */
  readonly body: Uint8Array;
  readonly kind: BodyKind;
  readonly contentType: string | undefined;
  readonly form: CapturedForm | null;
  readonly parts: readonly UploadPart[];
  /** Index of the part that holds the media; -1 where none does. */
  readonly media: number;
  /** Paths of the files that are not at hand. */
  readonly standIns: readonly string[];
  /** The body as a whole is a file that is not at hand. */
  readonly isBodyMissing: boolean;
}

export function readUpload(request: CapturedRequest): CapturedUpload {
  const standIns: string[] = [];
  /** Where in the body they begin. */
  const places = new Set<number>();
  let length = 0;
  const pieces = request.body.map((piece) => {
    const bytes = piece.kind === 'bytes' ? piece.bytes : standInFor(piece.path, missingLength(request));
    if (piece.kind === 'file') {
      standIns.push(piece.path);
      places.add(length);
    }
    length += bytes.length;
    return bytes;
  });
  const body = joined(pieces);
  const contentType = headerOf(request.headers, 'content-type');
  const isBodyMissing = request.body.length === 1 && request.body[0]?.kind === 'file';
  const boundary = boundaryOf(contentType);
  const form = boundary !== null && body.length > 0 ? readMultipart(body, boundary) : null;
  const kind = kindOf(contentType, form, body);
  const parts = partsOf(kind, form, body, places, isBodyMissing);
  return { request, body, kind, contentType, form, parts, media: mediaOf(parts), standIns, isBodyMissing };
}

/** MP-6: in quotes, these three are how the app writes CR, LF and NUL. */
function asGiven(text: string, { isQuoted }: PartText): string {
  const characters = { '%0D': '\r', '%0A': '\n', '%00': '\0' } as const;
  if (!isQuoted) return text;
  return text.replaceAll(/%0D|%0A|%00/g, (escaped) => characters[escaped as keyof typeof characters]);
}

/** Its name as a file on the device had it. */
export function fileNameOf({ captured }: UploadPart): string {
  const name = captured?.fileName ?? null;
  return name === null ? '' : asGiven(name.text, name);
}

/** Enough to be taken for what the name says. */
function standInFor(path: string, length: number | null): Uint8Array {
  const start = startFor(path);
  if (length === null || length < start.length) return start;
  const whole = new Uint8Array(length);
  whole.set(start);
  return whole;
}

const longestStandIn = 64 * 1024 * 1024;

/** What a stated Content-Length leaves for the one file that is not at hand. */
function missingLength({ headers, body }: CapturedRequest): number | null {
  const stated = headerOf(headers, 'content-length') ?? '';
  if (!/^\d{1,9}$/.test(stated) || body.filter(({ kind }) => kind === 'file').length !== 1) return null;
  const known = body.reduce((sum, piece) => sum + (piece.kind === 'bytes' ? piece.bytes.length : 0), 0);
  const length = Number(stated) - known;
  return length >= 0 && length <= longestStandIn ? length : null;
}

function startFor(path: string): Uint8Array {
  if (/\.jpe?g$/i.test(path))
    return Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1);
  if (/\.mp4$/i.test(path)) return latin1Bytes('\0\0\0\x18ftypisom\0\0\0\0');
  return utf8(`(${path.slice(-60)})`);
}

function kindOf(type: string | undefined, form: CapturedForm | null, body: Uint8Array): BodyKind {
  if (form !== null && form.parts.length > 0) return 'multipart';
  if (body.length === 0) return 'none';
  if (/^application\/x-www-form-urlencoded\b/i.test(type ?? '')) return 'urlencoded';
  if (/^(?:application|text)\/(?:[\w.+-]+\+)?json\b/i.test(type ?? '')) return 'json';
  return 'other';
}

const mostParts = 200;
const largestJson = 16 * 1024 * 1024;

function partsOf(
  kind: BodyKind,
  form: CapturedForm | null,
  body: Uint8Array,
  places: ReadonlySet<number>,
  isMissing: boolean,
): readonly UploadPart[] {
  switch (kind) {
    case 'multipart':
      return (form?.parts ?? []).slice(0, mostParts).map((captured) => ({
        name:
          captured.name === null
            ? new Uint8Array()
            : latin1Bytes(asGiven(latin1(captured.name.bytes), captured.name)),
        value: captured.value,
        captured,
        isFile: captured.fileName !== null || /^(?:image|video)\//i.test(captured.type ?? ''),
        isStandIn: places.has(captured.value.byteOffset - body.byteOffset),
      }));
    case 'urlencoded': {
      if (isMissing) return [file(body)];
      const pairs = textOf(body)
        .split('&', mostParts)
        .filter((pair) => pair !== '');
      return pairs.map((pair) => {
        const at = pair.indexOf('=');
        const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
        return {
          name: formDecode(name),
          value: formDecode(value),
          captured: null,
          isFile: false,
          isStandIn: false,
        };
      });
    }
    case 'json':
      return jsonParts(body) ?? [file(body)];
    case 'other':
    case 'none':
      return [file(body)];
  }
}

function file(value: Uint8Array): UploadPart {
  return { name: utf8('file'), value, captured: null, isFile: true, isStandIn: false };
}

/** The texts and numbers of an object; one that is a picture in Base64 is the file. */
function jsonParts(body: Uint8Array): readonly UploadPart[] | null {
  const value = body.length > largestJson ? undefined : parseJson(asUtf8(body) ?? '');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.entries(value)
    .slice(0, mostParts)
    .flatMap(([name, one]): UploadPart[] => {
      if (typeof one !== 'string' && typeof one !== 'number') return [];
      const bytes = decodeBase64(String(one).replace(/^data:[^,]{0,100};base64,/, ''));
      const isFile = bytes !== null && typeFromBytes(bytes.subarray(0, 64)) !== null;
      return [
        {
          name: utf8(name),
          value: isFile ? bytes : utf8(String(one)),
          captured: null,
          isFile,
          isStandIn: false,
        },
      ];
    });
}

/** The first that is a photo or a clip, else the first file. */
function mediaOf(parts: readonly UploadPart[]): number {
  const isMedia = ({ isFile, value, captured }: UploadPart) =>
    isFile &&
    (typeFromBytes(value.subarray(0, 64)) !== null || /^(?:image|video)\//i.test(captured?.type ?? ''));
  const photo = parts.findIndex(isMedia);
  return photo >= 0 ? photo : parts.findIndex(({ isFile }) => isFile);
}
