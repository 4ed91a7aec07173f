/** Replacing an element's own text so that as few bytes as possible change (ACC-6). */
import type { Range, TextEdit } from '../source/diagnostics.ts';
import { ownText } from '../xml/read-xml.ts';
import { type SourceText, type TextRun, trimSourceText } from '../xml/source-text.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import { escapeText } from './escape-text.ts';

/**
 * Only what differs between the old value and the new one is written anew: what both share keeps
 * its spelling, comments stay where they are, CDATA stays CDATA unless it can't hold the value. With
 * `whole` nothing is kept: what is not well-formed may read otherwise with new text beside it.
 */
export function replaceOwnText(
  text: string,
  element: XmlElement,
  value: string,
  lineEnd: string,
  whole: boolean,
): readonly TextEdit[] {
  if (element.selfClosing) return [openUp(text, element, value, lineEnd)];
  const old = trimSourceText(ownText(text, element));
  const textRuns = element.texts;
  if (textRuns.some((textRun) => textRun.kind === 'cdata') && /\]\]>|\r/.test(value)) {
    return withoutCdata(text, textRuns, value, lineEnd);
  }
  const [start, oldEnd] = whole ? [0, old.text.length] : differing(old.text, value);
  const middle = value.slice(start, value.length - (old.text.length - oldEnd));
  const places = placesOf(old, start, oldEnd);
  const [first = insertionPlace(old, textRuns, start, element), ...rest] = places;
  const inCdata = textRuns.some(
    (textRun) => textRun.kind === 'cdata' && textRun.start <= first.start && first.end <= textRun.end,
  );
  const before = value.slice(Math.max(0, start - 2), start);
  const written = inCdata ? middle.replaceAll('\n', lineEnd) : escapeText(middle, before, lineEnd);
  const edits = [{ range: first, text: written }, ...rest.map((range) => ({ range, text: '' }))];
  return [...edits, ...escapeBehind(old, value, start, middle, oldEnd, inCdata)];
}

/** `<key/>` becomes `<key>value</key>`. */
function openUp(text: string, element: XmlElement, value: string, lineEnd: string): TextEdit {
  const { start, end } = element.startTag;
  const slash = /[ \t\r\n]*\/>$/.exec(text.slice(start, end))?.[0].length ?? 2;
  const content = escapeText(value, '', lineEnd);
  return { range: { start: end - slash, end }, text: `>${content}</${element.name}>` };
}

/** Start and end, in the old text, of what is not in both; never inside a surrogate pair. */
function differing(old: string, value: string): [start: number, end: number] {
  const most = Math.min(old.length, value.length);
  let start = 0;
  while (start < most && old[start] === value[start]) start++;
  if (isHighSurrogate(old.charCodeAt(start - 1))) start--;
  let same = 0;
  while (same < most - start && old.at(-1 - same) === value.at(-1 - same)) same++;
  if (same > 0 && isLowSurrogate(old.charCodeAt(old.length - same))) same--;
  return [start, old.length - same];
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The places in the document that the value's characters from `start` to `end` stand at. */
function placesOf(old: SourceText, start: number, end: number): Range[] {
  const places: Range[] = [];
  for (const run of old.runs) {
    if (run.at >= end || run.at + run.length <= start) continue;
    const place = isVerbatim(run)
      ? within(run, Math.max(run.at, start), Math.min(run.at + run.length, end))
      : run.source;
    const last = places.at(-1);
    // Stretches that touch are one place; a comment or the mark of a CDATA section keeps them apart.
    if (last?.end === place.start) places[places.length - 1] = { start: last.start, end: place.end };
    else places.push(place);
  }
  return places;
}

type Run = SourceText['runs'][number];

function isVerbatim(run: Run): boolean {
  return run.length === run.source.end - run.source.start;
}

function within(run: Run, start: number, end: number): Range {
  return { start: run.source.start + start - run.at, end: run.source.start + end - run.at };
}

/** Where new text goes if none is replaced: beside the character before, else in the CDATA, else first. */
function insertionPlace(
  old: SourceText,
  textRuns: readonly TextRun[],
  at: number,
  element: XmlElement,
): Range {
  const run = old.runs.findLast((candidate) => candidate.at < at);
  const first = old.runs[0]?.source.start ?? textRuns.find((textRun) => textRun.kind === 'cdata')?.start;
  const after = run && (isVerbatim(run) ? run.source.start + at - run.at : run.source.end);
  const place = after ?? first ?? element.startTag.end;
  return { start: place, end: place };
}

/** A `>` that stays in place but now follows `]]` must be escaped. */
function escapeBehind(
  old: SourceText,
  value: string,
  start: number,
  middle: string,
  oldEnd: number,
  inCdata: boolean,
): readonly TextEdit[] {
  if (inCdata) return [];
  const kept = start + middle.length;
  const edits: TextEdit[] = [];
  for (const offset of [0, 1]) {
    const follows = value.slice(0, kept + offset).endsWith(']]') && value[kept + offset] === '>';
    const [place] = placesOf(old, oldEnd + offset, oldEnd + offset + 1);
    if (follows && place && place.end - place.start === 1) edits.push({ range: place, text: '&gt;' });
  }
  return edits;
}

/** The value goes into the first CDATA section's place as plain text; white space around it stays. */
function withoutCdata(
  text: string,
  textRuns: readonly TextRun[],
  value: string,
  lineEnd: string,
): readonly TextEdit[] {
  const target = textRuns.find((textRun) => textRun.kind === 'cdata');
  return textRuns.flatMap((textRun): TextEdit[] => {
    const isCdata = textRun.kind === 'cdata';
    if (!isCdata && !/[^ \t\r\n]/.test(text.slice(textRun.start, textRun.end))) return [];
    const closed = text.startsWith(']]>', textRun.end);
    const range = isCdata
      ? { start: textRun.start - '<![CDATA['.length, end: textRun.end + (closed ? 3 : 0) }
      : { start: textRun.start, end: textRun.end };
    return [{ range, text: textRun === target ? escapeText(value, '', lineEnd) : '' }];
  });
}
