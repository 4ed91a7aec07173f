/** What two requests differ in, as changes that lead from one to the other and can be made one by one. */
import { latin1 } from '../capture/byte-text.ts';
import { concatenate } from '../core/request/bytes.ts';
import { textPart } from '../server-check/edited-plan.ts';
import { type Draft, type DraftHeader, type DraftPart, isSecretOrigin, type WrittenName } from './draft.ts';
import { type Aligned, aligned, readable } from './pairs.ts';

export type DifferenceKind =
  | 'method'
  | 'path'
  | 'query'
  | 'header'
  | 'header-order'
  | 'part'
  | 'part-order'
  | 'quotes'
  | 'name'
  | 'file-name'
  | 'value'
  | 'part-type'
  | 'empty-line'
  | 'boundary'
  | 'media'
  | 'size';

export interface Difference {
  readonly kind: DifferenceKind;
  /** As a thing that matters: `the quotes around “file”`. */
  readonly title: string;
  readonly apply: (draft: Draft) => Draft;
  /** How it can be looked into, should it be the one that matters. */
  readonly within?: Within;
}

/** Of a text, a character a byte, with another in its place; of a size, one between. */
export type Within =
  | {
      readonly kind: 'text';
      readonly from: string;
      readonly to: string;
      readonly apply: (text: string) => (draft: Draft) => Draft;
    }
  | {
      readonly kind: 'size';
      readonly from: number;
      readonly to: number;
      readonly apply: (size: number) => (draft: Draft) => Draft;
    };

/** From the passing one to the failing one. In any order, and each alone, they can be applied. */
export function differencesOf(from: Draft, to: Draft): readonly Difference[] {
  return [
    ...addressDifferences(from, to),
    ...headerDifferences(from.headers, to.headers),
    ...partDifferences(from.parts, to.parts),
    ...mediaDifferences(from, to),
    ...boundaryDifference(from, to),
  ];
}

function addressDifferences(from: Draft, to: Draft): readonly Difference[] {
  const found: Difference[] = [];
  if (from.method !== to.method)
    found.push({
      kind: 'method',
      title: `the method (${from.method} or ${to.method})`,
      apply: (draft) => ({ ...draft, method: to.method }),
    });
  if (from.path !== to.path)
    found.push({
      kind: 'path',
      title: 'the path of the URL',
      apply: (draft) => ({ ...draft, path: to.path }),
    });
  const [one, other] = [from.query ?? [], to.query ?? []];
  const isSameShape =
    one.length === other.length && one.every((piece, at) => keyOf(piece) === keyOf(other[at] ?? ''));
  if (!isSameShape)
    found.push({
      kind: 'query',
      title: 'the query of the URL',
      apply: (draft) => ({ ...draft, query: to.query }),
    });
  else
    for (const [at, piece] of other.entries())
      if (piece !== one[at])
        found.push({
          kind: 'query',
          title: `“${readable(keyOf(piece))}” in the query`,
          apply: (draft) => ({ ...draft, query: draft.query?.with(at, piece) ?? null }),
        });
  return found;
}

const keyOf = (piece: string) => piece.split('=', 1)[0] ?? '';

function headerDifferences(from: readonly DraftHeader[], to: readonly DraftHeader[]): readonly Difference[] {
  const { pairs, removed, added, isReordered } = aligned(from, to, ({ name }) => name.toLowerCase());
  const change = (apply: (headers: readonly DraftHeader[]) => readonly DraftHeader[]) => (draft: Draft) => ({
    ...draft,
    headers: apply(draft.headers),
  });
  return [
    ...pairs.flatMap(([one, other]): readonly Difference[] => {
      if (one.value === other.value && one.name === other.name) return [];
      return [
        {
          kind: 'header',
          title: `the header ${other.name}`,
          apply: change((headers) => headers.map((header) => (header === one ? other : header))),
          ...(!one.isSecret &&
            !other.isSecret && {
              within: {
                kind: 'text',
                from: one.value,
                to: other.value,
                apply: (value) =>
                  change((headers) =>
                    headers.map((header) => (header === one ? { ...other, value } : header)),
                  ),
              } as const,
            }),
        },
      ];
    }),
    ...removed.map(
      (one): Difference => ({
        kind: 'header',
        title: `that the header ${one.name} is missing`,
        apply: change((headers) => headers.filter((header) => header !== one)),
      }),
    ),
    ...added.map(
      (one): Difference => ({
        kind: 'header',
        title: `the header ${one.name}`,
        apply: change((headers) => [...headers, one]),
      }),
    ),
    ...(isReordered
      ? [
          {
            kind: 'header-order',
            title: 'the order of the headers',
            apply: change((headers) => inOrderOf(headers, to, ({ name }) => name.toLowerCase())),
          } as const,
        ]
      : []),
  ];
}

type PartEdit = (parts: readonly DraftPart[]) => readonly DraftPart[];

function partDifferences(from: readonly DraftPart[], to: readonly DraftPart[]): readonly Difference[] {
  const { pairs, removed, added, isReordered } = matchedParts(from, to);
  const inParts = (edit: PartEdit) => (draft: Draft) => ({ ...draft, parts: edit(draft.parts) });
  const there = to.map((part) => pairs.find(([, other]) => other === part)?.[0] ?? part);
  return [
    ...pairs.flatMap(([one, other]) => changesOf(one, other)),
    ...removed.map(
      (one): Difference => ({
        kind: 'part',
        title: `that the part “${readable(one.name.text)}” is missing`,
        apply: inParts((parts) => parts.filter(({ id }) => id !== one.id)),
      }),
    ),
    ...added.map(
      (one): Difference => ({
        kind: 'part',
        title: `the part “${readable(one.name.text)}”`,
        apply: inParts((parts) => placed(parts, one, there)),
      }),
    ),
    ...(isReordered
      ? [
          {
            kind: 'part-order',
            title: 'the order of the parts',
            apply: inParts((parts) => inOrderOf(parts, there, ({ id }) => id)),
          } as const,
        ]
      : []),
  ];
}

/** By their names; one that goes and one that comes in the same kind are taken for one that was renamed. */
function matchedParts(from: readonly DraftPart[], to: readonly DraftPart[]): Aligned<DraftPart> {
  const { pairs, removed, added, isReordered } = aligned(from, to, ({ name }) => name.text);
  const gone: DraftPart[] = [];
  const renamed: (readonly [DraftPart, DraftPart])[] = [];
  const left = [...added];
  for (const one of removed) {
    const at = left.findIndex(({ isFile }) => isFile === one.isFile);
    const [other] = at < 0 ? [] : left.splice(at, 1);
    if (other === undefined) gone.push(one);
    else renamed.push([one, other]);
  }
  return { pairs: [...pairs, ...renamed], removed: gone, added: left, isReordered };
}

function changesOf(one: DraftPart, other: DraftPart): readonly Difference[] {
  const label = readable(one.name.text);
  const found: Difference[] = [];
  const inPart = (edit: (part: DraftPart) => DraftPart) => (draft: Draft) => ({
    ...draft,
    parts: draft.parts.map((part) => (part.id === one.id ? edit(part) : part)),
  });
  const add = (kind: DifferenceKind, title: string, edit: (part: DraftPart) => DraftPart) => {
    found.push({ kind, title, apply: inPart(edit) });
  };
  /** Of a text that can be looked into. */
  const addText = (
    kind: DifferenceKind,
    title: string,
    texts: readonly [from: string, to: string],
    edit: (part: DraftPart, text: string) => DraftPart,
  ) => {
    const [from, to] = texts;
    const apply = (text: string) => inPart((part) => edit(part, text));
    found.push({ kind, title, apply: apply(to), within: { kind: 'text', from, to, apply } });
  };
  if (one.name.isQuoted !== other.name.isQuoted)
    add('quotes', `the quotes around “${label}”`, (part) => ({
      ...part,
      name: quotedAs(part.name, other.name),
    }));
  if (one.name.text !== other.name.text)
    add('name', `the part’s name (“${label}” or “${readable(other.name.text)}”)`, (part) => ({
      ...part,
      name: { ...part.name, text: other.name.text },
    }));
  const { fileName } = other;
  if (one.fileName === null || fileName === null) {
    if (one.fileName !== fileName)
      add('file-name', 'whether there is a file name', (part) => ({ ...part, fileName }));
  } else {
    if (one.fileName.isQuoted !== fileName.isQuoted)
      add('quotes', 'the quotes around the file name', (part) => ({
        ...part,
        fileName: part.fileName && quotedAs(part.fileName, fileName),
      }));
    if (one.fileName.text !== fileName.text)
      addText(
        'file-name',
        `the file name (“${readable(one.fileName.text)}” or “${readable(fileName.text)}”)`,
        [one.fileName.text, fileName.text],
        (part, text) => ({ ...part, fileName: part.fileName && { ...part.fileName, text } }),
      );
  }
  if (one.type !== other.type)
    add(
      'part-type',
      `the type of the part “${label}” (${one.type ?? 'none'} or ${other.type ?? 'none'})`,
      (part) => ({
        ...part,
        type: other.type,
      }),
    );
  if (one.before.length !== other.before.length)
    add('empty-line', `the empty line before the part “${label}”`, (part) => ({
      ...part,
      before: other.before,
    }));
  if (valueText(one) !== valueText(other))
    found.push(valueDifference(one, other, `the value of “${label}”`, inPart));
  return found;
}

function valueDifference(
  one: DraftPart,
  other: DraftPart,
  title: string,
  inPart: (edit: (part: DraftPart) => DraftPart) => (draft: Draft) => Draft,
): Difference {
  const apply = inPart((part) => ({ ...part, value: other.value }));
  const isSecret = [...one.value, ...other.value].some(
    (segment) => segment.kind === 'bytes' && isSecretOrigin(segment.origin),
  );
  if (one.isFile || other.isFile || isSecret) return { kind: 'value', title, apply };
  const withText = (text: string) =>
    inPart((part) => ({ ...part, value: textPart(part.before, text).value }));
  const within = { kind: 'text', from: valueText(one), to: valueText(other), apply: withText } as const;
  return { kind: 'value', title, apply, within };
}

const quotedAs = (name: WrittenName, as: WrittenName): WrittenName => ({ ...name, isQuoted: as.isQuoted });

/** A character a byte; the media stands in it as a mark. */
export function valueText({ value }: DraftPart): string {
  return value.map((one) => (one.kind === 'media' ? '\0media ' : latin1(concatenate([one.bytes])))).join('');
}

/** Right behind the one that comes before it there. */
function placed(
  parts: readonly DraftPart[],
  one: DraftPart,
  there: readonly DraftPart[],
): readonly DraftPart[] {
  const earlier = new Set(there.slice(0, there.indexOf(one)).map(({ id }) => id));
  const before = parts.findLastIndex(({ id }) => earlier.has(id));
  return parts.toSpliced(before + 1, 0, one);
}

function inOrderOf<T>(items: readonly T[], there: readonly T[], key: (item: T) => string): readonly T[] {
  const places = new Map(there.map((item, at) => [key(item), at]));
  return items.toSorted((a, b) => (places.get(key(a)) ?? 0) - (places.get(key(b)) ?? 0));
}

function mediaDifferences(from: Draft, to: Draft): readonly Difference[] {
  if (from.media === null || to.media === null) {
    if (from.media === to.media && from.mediaSize === to.mediaSize) return [];
    const apply = (draft: Draft) => ({ ...draft, media: to.media, mediaSize: to.mediaSize });
    return [{ kind: 'media', title: 'the media itself', apply }];
  }
  const found: Difference[] = [];
  const { kind, size } = to.media;
  if (from.media.kind !== kind)
    found.push({
      kind: 'media',
      title: `what the media is (${from.media.kind} or ${kind})`,
      apply: (draft) => ({ ...draft, media: draft.media && { ...draft.media, kind } }),
    });
  if (from.media.size !== size)
    found.push({
      kind: 'size',
      title: `the size of the media (${from.media.size} or ${size} bytes)`,
      apply: ofSize(size),
      within: { kind: 'size', from: from.media.size, to: size, apply: ofSize },
    });
  return found;
}

const ofSize = (size: number) => (draft: Draft) => ({
  ...draft,
  media: draft.media && { ...draft.media, size },
  mediaSize: size,
});

const plain = /^[0-9A-Za-z_-]{1,70}$/;

/** Two random boundaries are no difference. */
function boundaryDifference(from: Draft, to: Draft): readonly Difference[] {
  if (from.boundary === to.boundary || (plain.test(from.boundary) && plain.test(to.boundary))) return [];
  const apply = (draft: Draft) => ({ ...draft, boundary: to.boundary });
  return [{ kind: 'boundary', title: 'the boundary', apply }];
}
