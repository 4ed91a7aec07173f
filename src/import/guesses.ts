/** Guesses of what each captured value is: data that a person can change. */
import { asUtf8, sameBytes, textOf } from '../capture/byte-text.ts';
import type { CapturedHeader } from '../capture/captured.ts';
import { decodeBase64 } from '../core/request/basic.ts';
import { isHeaderName } from '../core/request/custom-headers.ts';
import { typeFromBytes } from '../core/request/media-type.ts';
import { holdsSecret } from '../core/secrets/hidden-value.ts';
import { percentEncode } from '../core/template/percent-encoding.ts';
import { forbiddenCharacters, isXmlSpace } from '../core/xml/characters.ts';
import type { CapturedUpload, UploadPart } from './captured-upload.ts';
import {
  type Confidence,
  leftOut,
  literal,
  login,
  type Meaning,
  type MediaFacts,
  type Suggestion,
  suggest,
  textMeanings,
} from './meanings.ts';
import { splitTarget } from './target-pieces.ts';

/** `part:0`, `query:1`, `path:2`, `header:6`, `scheme`. */
export type PlaceId = string;

export interface Guess {
  readonly id: PlaceId;
  /** For people: `part to`, `query from`, `header X-User`. */
  readonly where: string;
  /** As captured. */
  readonly value: string;
  readonly meaning: Meaning;
  readonly confidence: Confidence;
  /** Why it was taken for that. */
  readonly why: string;
  /** What it can be taken for, `meaning` among them. */
  readonly choices: readonly Meaning[];
  /** A password or the like: hidden on screen. */
  readonly isSecret: boolean;
}

/** What a person chose, by place. */
export type Choices = Readonly<Record<PlaceId, Meaning>>;

export const schemePlace = 'scheme';

/** Longer values are no recipient and no name. */
const longest = 4096;
const mostPlaces = 300;

/** Headers that the app writes itself, whatever the Account XML says (HDR-1, HDR-5). */
export function isOwnedByApp(name: string): boolean {
  return /^(?:host|connection|content-type|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*)$/i.test(
    name,
  );
}

interface Place {
  readonly id: PlaceId;
  readonly where: string;
  readonly name: string;
  readonly value: string;
  /** Null where it is not about a value. */
  readonly suggestion: Suggestion | null;
  readonly choices: readonly Meaning[];
  /** Whether a parameter in its place gives the same bytes. */
  readonly isExact: boolean;
  readonly fallback: { readonly meaning: Meaning; readonly why: string };
}

export function guessesOf(upload: CapturedUpload, choices: Choices): readonly Guess[] {
  const media = mediaFacts(upload);
  const places = [
    ...schemePlaces(upload),
    ...partPlaces(upload, media),
    ...targetPlaces(upload),
    ...headerPlaces(upload, media),
  ].slice(0, mostPlaces);
  const values = new Map<Meaning, string>();
  const isSecure = schemeOf(upload, choices) === 'https';
  const takes = (meaning: Meaning, value: string) => !values.has(meaning) || values.get(meaning) === value;
  // What a person chose counts before what is guessed.
  for (const { id, value } of places) {
    const chosen = choices[id];
    if (chosen !== undefined && isParameter(chosen)) values.set(chosen, value);
  }
  const order = ['sure', 'likely'] as const;
  const guessed = new Map<PlaceId, Suggestion>();
  for (const confidence of order) {
    for (const { id, value, suggestion, isExact } of places) {
      if (suggestion?.confidence !== confidence || !isExact || choices[id] !== undefined) continue;
      // TPL-6: over http the app would send asterisks.
      if (suggestion.meaning === 'account[password]' && !isSecure) continue;
      if (isParameter(suggestion.meaning) && !takes(suggestion.meaning, value)) continue;
      if (isParameter(suggestion.meaning)) values.set(suggestion.meaning, value);
      guessed.set(id, suggestion);
    }
  }
  return places.map((place): Guess => {
    const chosen = choices[place.id];
    const { id, where, value, fallback, suggestion } = place;
    const isChosen = chosen !== undefined && place.choices.includes(chosen);
    const found = guessed.get(id) ?? sameValue(place, values);
    const others = suggestion && !place.choices.includes(suggestion.meaning) ? [suggestion.meaning] : [];
    return {
      id,
      where,
      value,
      meaning: isChosen ? chosen : (found?.meaning ?? fallback.meaning),
      confidence: isChosen ? 'sure' : (found?.confidence ?? (suggestion === null ? 'sure' : 'unsure')),
      why: isChosen ? 'you chose it' : (found?.why ?? fallback.why),
      choices: [...place.choices, ...others],
      isSecret: holdsSecret(place.name, value.slice(0, longest)),
    };
  });
}

function isParameter(meaning: Meaning): boolean {
  return ![literal, leftOut, login, 'media_content', 'http', 'https'].includes(meaning);
}

/** A path such as /users/4201: by the value that is the user name elsewhere. */
function sameValue({ id, value, isExact }: Place, values: ReadonlyMap<Meaning, string>): Suggestion | null {
  if (!id.startsWith('path:') || !isExact || value.length < 3) return null;
  if (values.get('account[username]') !== value) return null;
  return {
    meaning: 'account[username]',
    confidence: 'likely',
    why: 'the user name has this value elsewhere',
  };
}

export function schemeOf({ request }: CapturedUpload, choices: Choices): 'http' | 'https' {
  if (request.scheme !== null) return request.scheme;
  const chosen = choices[schemePlace];
  if (chosen === 'http' || chosen === 'https') return chosen;
  // The port stands in Host where it is not the scheme's own (HDR-1).
  if (/:443$/.test(request.host)) return 'http';
  if (/:80$/.test(request.host)) return 'https';
  return /^(?:localhost|127\.|10\.|192\.168\.|\[::1\])/i.test(request.host) ? 'http' : 'https';
}

/** A raw request does not show it. */
function schemePlaces(upload: CapturedUpload): readonly Place[] {
  if (upload.request.scheme !== null) return [];
  const meaning = schemeOf(upload, {});
  const why = 'a raw request doesn’t show whether it went over TLS';
  const fallback = { meaning, why };
  const suggestion = { meaning, confidence: 'unsure' as const, why };
  return [
    {
      id: schemePlace,
      where: 'scheme',
      name: '',
      value: upload.request.host,
      suggestion,
      choices: ['https', 'http'],
      isExact: true,
      fallback,
    },
  ];
}

function mediaFacts({ parts, media }: CapturedUpload): MediaFacts | null {
  const part = parts[media];
  if (part === undefined || part.isStandIn) return null;
  const type = typeFromBytes(part.value.subarray(0, 64)) ?? part.captured?.type ?? 'application/octet-stream';
  return { size: part.value.length, type };
}

const asCaptured = { meaning: literal, why: 'nothing says that it changes from upload to upload' };

function partPlaces({ parts, media }: CapturedUpload, facts: MediaFacts | null): readonly Place[] {
  return parts.map((part, index): Place => {
    const name = textOf(part.name);
    const base = { id: `part:${index}`, where: `part ${name === '' ? '(no name)' : name}`, name };
    if (part.isFile) {
      const type = part.captured?.type ?? typeFromBytes(part.value.subarray(0, 64)) ?? 'a file';
      const isMedia = index === media || isSameFile(part, parts[media]);
      const why = isMedia ? 'it is the file of the upload' : 'the app sends one file';
      const meaning = isMedia ? 'media_content' : leftOut;
      const size = part.isStandIn ? 'not at hand' : `${part.value.length} bytes`;
      const value = `${part.captured?.fileName?.text ?? '(no file name)'}, ${type}, ${size}`;
      const choices =
        part.value.length <= longest ? ['media_content', leftOut, literal] : ['media_content', leftOut];
      return { ...base, value, suggestion: null, choices, isExact: true, fallback: { meaning, why } };
    }
    const value = textOf(part.value);
    const isExact = canBeValue(value) && value.length <= longest && asUtf8(part.value) !== null;
    const suggestion = part.value.length <= longest ? suggest(name, value, facts) : null;
    return {
      ...base,
      value,
      suggestion,
      choices: [...textMeanings, 'media_content', leftOut],
      isExact,
      fallback: asCaptured,
    };
  });
}

/** MP-4: each file part carries the media. */
function isSameFile(part: UploadPart, media: UploadPart | undefined): boolean {
  return (
    media !== undefined &&
    part.captured?.type === media.captured?.type &&
    part.captured?.fileName?.text === media.captured?.fileName?.text &&
    sameBytes(part.value, media.value)
  );
}

/** ACC-2: a node's value has no white space at its ends, and none of what XML can't hold. */
function canBeValue(value: string): boolean {
  if (value === '' || value.search(forbiddenCharacters) >= 0 || value.includes('\r')) return false;
  return !isXmlSpace(value.charCodeAt(0)) && !isXmlSpace(value.charCodeAt(value.length - 1));
}

function targetPlaces({ request }: CapturedUpload): readonly Place[] {
  return splitTarget(request.target).flatMap((piece): readonly Place[] => {
    if (piece.kind === 'text') return [];
    const isExact = piece.raw !== '' && canBeValue(piece.value) && percentEncode(piece.value) === piece.raw;
    const where = piece.kind === 'query' ? `query ${piece.name}` : `path /${piece.raw}`;
    const suggestion = piece.kind === 'query' ? suggest(piece.name, piece.value, null) : null;
    const base = { id: piece.id, where, name: piece.name, value: piece.value, isExact, fallback: asCaptured };
    return [{ ...base, suggestion, choices: textMeanings }];
  });
}

function headerPlaces(upload: CapturedUpload, media: MediaFacts | null): readonly Place[] {
  const { headers, added } = upload.request;
  const isBrowser = headers.some(({ name }) => /^sec-(?:fetch|ch)-/i.test(name));
  return headers.flatMap((header, index): readonly Place[] => {
    const { name, value } = header;
    if (isOwnedByApp(name) || !isHeaderName(name) || isDefault(header)) return [];
    const base = { id: `header:${index}`, where: `header ${name}`, name, value, isExact: canBeValue(value) };
    if (/^authorization$/i.test(name)) return [{ ...base, ...authorization(upload, value) }];
    const replaceable = /^(?:user-agent|cache-control)$/i.test(name);
    if (added.includes(name.toLowerCase())) {
      const why = replaceable
        ? 'the tool adds it by itself; the app has its own'
        : 'the tool adds it by itself';
      return [
        { ...base, suggestion: null, choices: [leftOut, literal], fallback: { meaning: leftOut, why } },
      ];
    }
    if (isBrowser && isBrowsers(name)) {
      const fallback = { meaning: leftOut, why: 'browsers add it by themselves' };
      return [{ ...base, suggestion: null, choices: [leftOut, literal], fallback }];
    }
    const suggestion = suggest(name, value, media);
    return [{ ...base, suggestion, choices: [...textMeanings, leftOut], fallback: asCaptured }];
  });
}

/** The app sends it so without being told. */
function isDefault({ name, value, line }: CapturedHeader): boolean {
  if (line !== undefined) return false;
  return (
    (name === 'User-Agent' && value === 'CloudSoftphone/1.5.6') ||
    (name === 'Cache-Control' && value === 'max-age=0')
  );
}

function isBrowsers(name: string): boolean {
  return /^(?:sec-.*|accept|accept-.*|origin|referer|dnt|priority|pragma|cache-control|user-agent|upgrade-insecure-requests)$/i.test(
    name,
  );
}

function authorization(
  { request }: CapturedUpload,
  value: string,
): Pick<Place, 'suggestion' | 'choices' | 'fallback'> {
  const credentials = credentialsOf(value);
  const choices = credentials === null ? [literal, leftOut] : [literal, login, leftOut];
  const fallback = (meaning: Meaning, why: string) => ({
    suggestion: null,
    choices,
    fallback: { meaning, why },
  });
  if (request.login !== null) return fallback(login, 'the command gives a user to log in with');
  if (/^digest\b/i.test(value))
    return fallback(login, 'an answer by Digest counts once: the app makes its own');
  return fallback(literal, 'a ready value can be sent as it is (HDR-7)');
}

export interface FoundCredentials {
  readonly username: string;
  /** Digest does not show it. */
  readonly password: string | null;
}

/** Of an Authorization header. */
export function credentialsOf(value: string): FoundCredentials | null {
  const basic = /^basic[ \t]+([A-Za-z0-9+/=]+)[ \t]*$/i.exec(value)?.[1];
  if (basic !== undefined) {
    const bytes = decodeBase64(basic);
    const text = bytes === null ? '' : textOf(bytes);
    const at = text.indexOf(':');
    return at < 0 ? null : { username: text.slice(0, at), password: text.slice(at + 1) };
  }
  const digest = /^digest\b.{0,2000}?\busername="((?:[^"\\]|\\.){0,500})"/i.exec(value)?.[1];
  return digest === undefined ? null : { username: digest.replaceAll(/\\(.)/g, '$1'), password: null };
}
