/**
 * From a captured request to the Account XML that makes the app send it: guesses a person can change, a proof by
 * building the request again, and a line for whatever can't be expressed.
 */
import { latin1Bytes } from '../capture/byte-text.ts';
import type { CapturedRequest } from '../capture/captured.ts';
import { type Assumptions, defaultAssumptions } from '../core/assumptions.ts';
import { type BuiltRequest, buildRequest } from '../core/build-request.ts';
import { isBoundary } from '../core/request/boundary.ts';
import { bodyChunks, concatenate, headText } from '../core/request/bytes.ts';
import type { Media, RequestPlan } from '../core/request/plan.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import { writeAccount } from './account-xml.ts';
import { capturedHead } from './captured-head.ts';
import { type CapturedUpload, fileNameOf, readUpload } from './captured-upload.ts';
import { type Difference, differencesOf, firstDifferent } from './differences.ts';
import { type Choices, type Guess, guessesOf } from './guesses.ts';
import { leftOut, literal, login } from './meanings.ts';

export interface ImportOptions {
  readonly choices?: Choices;
  /** Every value is sent as it was captured; nothing is guessed. */
  readonly asCaptured?: boolean;
  readonly assumptions?: Assumptions;
}

export interface Imported {
  readonly xml: string;
  readonly guesses: readonly Guess[];
  /** What to give at the upload for the same request. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly media: Media;
  readonly boundary: string;
  readonly proof: Proof;
  /** The request that the Account XML makes; null where it makes none. */
  readonly built: BuiltRequest;
}

export interface Proof {
  /** Head and body are the same, byte for byte. */
  readonly same: boolean;
  /** Where the first byte differs; null where none does. */
  readonly first: FirstDifference | null;
  /** Empty where they are the same. */
  readonly differences: readonly Difference[];
  /** Files that are not at hand: something of the same name stands in, on both sides. */
  readonly standIns: readonly string[];
}

export interface FirstDifference {
  readonly part: 'head' | 'body';
  /** Bytes into the head or the body. */
  readonly at: number;
  /** What stands there. */
  readonly captured: string;
  readonly built: string;
}

export function importRequest(request: CapturedRequest, options: ImportOptions = {}): Imported {
  const upload = readUpload(request);
  const guesses = guessesOf(upload, options.choices ?? {}).map((guess) =>
    options.asCaptured === true && options.choices?.[guess.id] === undefined ? asItIs(guess) : guess,
  );
  const { xml, parameters, tooLarge } = writeAccount(upload, guesses);
  const mediaBytes = upload.parts[upload.media]?.value ?? new Uint8Array();
  const media = mediaOf(upload);
  const boundary =
    upload.form !== null && isBoundary(upload.form.boundary) ? upload.form.boundary : 'mup-import';
  const built = buildRequest({
    xml,
    parameters,
    media,
    boundary,
    assumptions: options.assumptions ?? defaultAssumptions,
  });
  const proof = prove(upload, guesses, built, mediaBytes, tooLarge);
  return { xml, guesses, parameters, media, boundary, proof, built };
}

function asItIs(guess: Guess): Guess {
  const kept = ['media_content', leftOut, login, 'http', 'https'];
  if (kept.includes(guess.meaning)) return guess;
  return { ...guess, meaning: literal, why: 'every value is kept as captured' };
}

function mediaOf({ parts, media }: CapturedUpload): Media {
  const part = parts[media];
  const value = part?.value ?? new Uint8Array();
  return {
    name: part === undefined ? '' : fileNameOf(part),
    size: value.length,
    declaredType: part?.captured?.type ?? '',
    head: value.slice(0, 64),
  };
}

function prove(
  upload: CapturedUpload,
  guesses: readonly Guess[],
  built: BuiltRequest,
  mediaBytes: Uint8Array,
  tooLarge: readonly string[],
): Proof {
  const plan = built.request;
  const { standIns } = upload;
  if (plan === null) {
    const error = built.diagnostics.find(({ severity }) => severity === 'error');
    const text = error?.message ?? 'No request can be built from it.';
    const differences = [{ rule: error?.rule ?? 'URL-1', where: 'request', text }];
    return { same: false, first: null, differences, standIns };
  }
  const body = bodyOf(plan, mediaBytes);
  const [capturedText, builtText] = [capturedHead(upload.request), headText(plan)];
  const { isUtf8 } = upload.request;
  const first =
    firstOf('head', isUtf8 ? utf8(capturedText) : latin1Bytes(capturedText), utf8(builtText)) ??
    firstOf('body', upload.body, body);
  const found = first === null ? [] : differencesOf({ upload, guesses, plan, body });
  const large = tooLarge.map((name) => ({
    rule: 'ACC-7',
    where: `part ${name}`,
    text: 'Its text is too long for an Account XML, which holds 1 MiB.',
  }));
  const differences =
    first !== null && found.length + large.length === 0 ? [unexplained(first)] : [...found, ...large];
  return { same: first === null, first, differences, standIns };
}

function unexplained({ part, at }: FirstDifference): Difference {
  return {
    rule: part === 'head' ? 'HDR-2' : 'MP-5',
    where: part,
    text: `From byte ${at} of the ${part} on, the app sends something else.`,
  };
}

function bodyOf(plan: RequestPlan, media: Uint8Array): Uint8Array {
  return concatenate(bodyChunks(plan).map((chunk) => (chunk === 'media' ? media : chunk)));
}

const around = 40;

function firstOf(
  part: FirstDifference['part'],
  captured: Uint8Array,
  built: Uint8Array,
): FirstDifference | null {
  const at = firstDifferent(captured, built);
  if (at === captured.length && at === built.length) return null;
  const decoder = new TextDecoder();
  const from = Math.max(0, at - around);
  const excerpt = (bytes: Uint8Array) => decoder.decode(bytes.subarray(from, at + around));
  return { part, at, captured: excerpt(captured), built: excerpt(built) };
}
