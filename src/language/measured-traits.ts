/** What is out of the ordinary in a request's names and values, each a row of the measured table. */

import { concatenate } from '../core/request/bytes.ts';
import type { BodySegment, PlannedPart, RequestPlan } from '../core/request/plan.ts';
import type { Range } from '../core/source/diagnostics.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import type { VariantId } from './server-table.ts';

export interface MeasuredTrait {
  readonly variant: VariantId;
  /** Its place in the Account XML; absent for what is not in it, such as the file name. */
  readonly range?: Range;
}

type ByteSegment = BodySegment & { readonly kind: 'bytes' };

type Segments = readonly ByteSegment[];

/** A part, and what the Account XML and the media bring into it. */
interface WrittenPart extends PlannedPart {
  readonly nameBytes: Segments;
  readonly valueBytes: Segments;
  readonly fileNameBytes: Segments;
}

/** Where a trait occurs more than once, its first place. */
export function traitsOf(plan: RequestPlan, xml: string): readonly MeasuredTrait[] {
  const parts = writtenParts(plan);
  const found = [
    ...parts.flatMap((part) => [...nameTraits(part), ...valueTraits(part, xml)]),
    ...repeatedNames(parts),
    ...fileNameTraits(plan, parts),
    ...(plainBoundary.test(plan.boundary) ? [] : [{ variant: 'special-boundary' } as const]),
  ];
  const first = new Map<VariantId, MeasuredTrait>();
  for (const trait of found) if (!first.has(trait.variant)) first.set(trait.variant, trait);
  return Array.from(first.values());
}

const plainBoundary = /^[0-9A-Za-z_-]*$/;

function writtenParts(plan: RequestPlan): readonly WrittenPart[] {
  const parts = plan.parts.map((part) => ({
    ...part,
    nameBytes: [] as ByteSegment[],
    valueBytes: [] as ByteSegment[],
    fileNameBytes: [] as ByteSegment[],
  }));
  for (const segment of plan.body) {
    const part = segment.part === null ? undefined : parts[segment.part];
    if (!part || segment.kind !== 'bytes') continue;
    if (segment.role === 'part-name') part.nameBytes.push(segment);
    if (segment.role === 'value') part.valueBytes.push(segment);
    if (segment.role === 'file-name') part.fileNameBytes.push(segment);
  }
  return parts;
}

function nameTraits(part: WrittenPart): readonly MeasuredTrait[] {
  const { name } = part;
  const found: readonly (readonly [VariantId, boolean])[] = [
    ['part-name-empty', name === ''],
    ['part-name-quote', name.includes('"')],
    ['part-name-brackets', /[ [\]]/.test(name)],
    ['part-name-dot', name.includes('.')],
    ['part-name-letters', /[^\0-\x7f]/.test(name)],
    ['part-name-charset', name === '_charset_'],
  ];
  const range = placeOf(part.nameBytes) ?? part.range;
  return found.flatMap(([variant, holds]) => (holds ? [{ variant, range }] : []));
}

function repeatedNames(parts: readonly WrittenPart[]): readonly MeasuredTrait[] {
  const seen = new Set<string>();
  for (const part of parts) {
    if (seen.has(part.name))
      return [{ variant: 'part-name-twice', range: placeOf(part.nameBytes) ?? part.range }];
    seen.add(part.name);
  }
  return [];
}

function valueTraits({ valueBytes, range }: WrittenPart, xml: string): readonly MeasuredTrait[] {
  const value = concatenate(valueBytes.map(({ bytes }) => bytes));
  const [first, second, third] = value;
  const traits: MeasuredTrait[] = [];
  if (!isUtf8(value)) {
    const piece = valueBytes.find(({ bytes }) => !isUtf8(bytes));
    traits.push({ variant: 'value-not-utf8', range: (piece && escapePlace(piece, xml)) ?? range });
  }
  if (first === 0xef && second === 0xbb && third === 0xbf)
    traits.push({ variant: 'value-bom', range: placeOf(valueBytes) ?? range });
  return traits;
}

const quote = 0x22;

function fileNameTraits(
  { fileName: name }: RequestPlan,
  parts: readonly WrittenPart[],
): readonly MeasuredTrait[] {
  const file = parts.find((part) => part.isFile);
  if (!file) return [];
  const isBare = file.fileNameBytes[0]?.bytes[0] !== quote;
  const found: readonly (readonly [VariantId, boolean])[] = [
    ['line-break-file-name', /[\r\n]/.test(name)],
    ['path-file-name', name.includes('/')],
    ['apostrophe-file-name', isBare && name.includes("'")],
    ['percent-file-name', /%2[25]/.test(name)],
  ];
  return found.flatMap(([variant, holds]) => (holds ? [{ variant }] : []));
}

/** From the first to the last of what the Account XML brought; null where that is nothing. */
function placeOf(segments: Segments): Range | null {
  const ranges = segments.flatMap(({ origin }) => (origin.kind === 'client' ? [] : [origin.range]));
  const [first] = ranges;
  const last = ranges.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The very escapes, where they stand as such in the Account XML. */
function escapePlace({ origin }: ByteSegment, xml: string): Range | null {
  if (origin.kind === 'client') return null;
  const { start, end } = origin.range;
  for (const match of xml.slice(start, end).matchAll(/(?:%[89A-Fa-f][0-9A-Fa-f])+/g)) {
    const bytes = match[0]
      .split('%')
      .slice(1)
      .map((digits) => Number.parseInt(digits, 16));
    const at = start + match.index;
    if (!isUtf8(Uint8Array.from(bytes))) return { start: at, end: at + match[0].length };
  }
  return origin.range;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What decoding had to replace reads back otherwise. A fatal decoder throws, a hundred times slower. */
function isUtf8(bytes: Uint8Array): boolean {
  const back = utf8(decoder.decode(bytes));
  return back.length === bytes.length && back.every((byte, index) => byte === bytes[index]);
}
