/**
 * A request as hybrids are made of it: in pieces that can be exchanged one by one. The text of names and lines is
 * a character a byte (latin-1); Content-Length is left out, for a hybrid has its own.
 */
import type { BodySegment, RequestPlan } from '../core/request/plan.ts';
import { client, type Origin } from '../core/source/provenance.ts';
import { formOf, planWithForm } from '../server-check/edited-plan.ts';
import type { MadeMedia } from '../server-check/scenario.ts';

/** What is sent: a plan, and the media that stands in it; null for the session's own. */
export interface BisectRequest {
  readonly plan: RequestPlan;
  readonly media: MadeMedia | null;
}

export interface DraftHeader {
  readonly name: string;
  /** The boundary stands in it as `boundaryMark`. */
  readonly value: string;
  /** A password went into it: it is not looked into, for its characters would be told. */
  readonly isSecret: boolean;
}

/** A name as it is written. */
export interface WrittenName {
  /** Between the quotes, where it has some. */
  readonly text: string;
  readonly isQuoted: boolean;
}

export interface DraftPart {
  /** Stays the same whatever is changed in it; one of the other request has that of its match. */
  readonly id: string;
  readonly name: WrittenName;
  readonly fileName: WrittenName | null;
  /** Its own Content-Type. */
  readonly type: string | null;
  /** What its head holds besides, such as an empty line before it. */
  readonly before: readonly string[];
  readonly value: readonly BodySegment[];
  readonly isFile: boolean;
}

export interface Draft {
  readonly method: RequestPlan['method'];
  readonly path: string;
  /** The pieces between `&`, as they are written; null: no query. */
  readonly query: readonly string[] | null;
  readonly headers: readonly DraftHeader[];
  readonly boundary: string;
  readonly parts: readonly DraftPart[];
  readonly media: MadeMedia | null;
  /** Bytes of the media, whoever made it. */
  readonly mediaSize: number;
}

/** In a header's value. No boundary holds a space at its end (RFC 2046), so this is none. */
export const boundaryMark = '\0boundary ';

const disposition =
  /^Content-Disposition: form-data; name=("(?:\\.|[^"\\])*"|[^";]*)(?:; filename=("(?:\\.|[^"\\])*"|[^";]*))?$/;

/** Null for a body that is none of ours. */
export function draftOf({ plan, media }: BisectRequest): Draft | null {
  const parts: DraftPart[] = [];
  for (const { lines, value, isFile } of formOf(plan).parts) {
    const at = lines.findIndex((line) => line !== '');
    const [, name, fileName] = disposition.exec(lines[at] ?? '') ?? [];
    const [typeLine, ...rest] = lines.slice(at + 1);
    if (name === undefined || rest.length > 0) return null;
    if (typeLine !== undefined && !typeLine.startsWith('Content-Type: ')) return null;
    parts.push({
      id: `${parts.length} ${name}`,
      name: writtenName(name),
      fileName: fileName === undefined ? null : writtenName(fileName),
      type: typeLine?.slice('Content-Type: '.length) ?? null,
      before: lines.slice(0, at),
      value,
      isFile,
    });
  }
  const question = plan.target.indexOf('?');
  return {
    method: plan.method,
    path: question < 0 ? plan.target : plan.target.slice(0, question),
    query: question < 0 ? null : plan.target.slice(question + 1).split('&'),
    headers: plan.headers
      .filter(({ name }) => name.toLowerCase() !== 'content-length')
      .map(({ name, value, pieces }) => ({
        name,
        value: value.replaceAll(plan.boundary, boundaryMark),
        isSecret: pieces.some(({ origin }) => isSecretOrigin(origin)),
      })),
    boundary: plan.boundary,
    parts,
    media,
    mediaSize: plan.body.find((segment) => segment.kind === 'media')?.size ?? 0,
  };
}

export const isSecretOrigin = (origin: Origin): boolean =>
  origin.kind === 'parameter' && origin.secret === true;

function writtenName(raw: string): WrittenName {
  const isQuoted = raw.startsWith('"');
  return { text: isQuoted ? raw.slice(1, -1) : raw, isQuoted };
}

const asWritten = ({ text, isQuoted }: WrittenName) => (isQuoted ? `"${text}"` : text);

/** `base` has what a draft does not know: where it is sent, and how a login is answered. */
export function requestOf(draft: Draft, base: RequestPlan): BisectRequest {
  const target = draft.query === null ? draft.path : `${draft.path}?${draft.query.join('&')}`;
  const length = { name: 'Content-Length', value: '' };
  const at = base.headers.findIndex(({ name }) => name.toLowerCase() === 'content-length');
  const headers = draft.headers.map(({ name, value }) => ({
    name,
    value: value.replaceAll(boundaryMark, draft.boundary),
  }));
  const withLength = at < 0 ? headers : headers.toSpliced(Math.min(at, headers.length), 0, length);
  const plan: RequestPlan = {
    ...base,
    method: draft.method,
    target,
    url: base.url.slice(0, base.url.length - base.target.length) + target,
    headers: withLength.map((header) => ({ ...header, pieces: [], origin: client })),
    parts: draft.parts.map(({ name, isFile }) => ({ name: name.text, isFile, range: { start: 0, end: 0 } })),
    boundary: draft.boundary,
  };
  const form = {
    boundary: draft.boundary,
    parts: draft.parts.map((part) => ({
      lines: linesOf(part),
      value: part.value.map((segment) =>
        segment.kind === 'media' ? { ...segment, size: draft.mediaSize } : segment,
      ),
      isFile: part.isFile,
    })),
    lineEnd: '\r\n',
    preamble: '',
    padding: '',
  };
  return { plan: planWithForm(plan, form), media: draft.media };
}

function linesOf({ before, name, fileName, type }: DraftPart): readonly string[] {
  const file = fileName === null ? '' : `; filename=${asWritten(fileName)}`;
  return [
    ...before,
    `Content-Disposition: form-data; name=${asWritten(name)}${file}`,
    ...(type === null ? [] : [`Content-Type: ${type}`]),
  ];
}
