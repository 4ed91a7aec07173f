/** A text that remembers where in the document each of its characters stands. */
import type { Range } from '../source/diagnostics.ts';
import { lastAtOrBefore } from '../source/last-at-or-before.ts';
import { isXmlSpace } from './characters.ts';
import { readReference } from './references.ts';

/** `length` characters of the text from `at` on stand for the document's `source`. */
interface Run {
  readonly at: number;
  readonly length: number;
  readonly source: Range;
}

export interface SourceText {
  readonly text: string;
  /** In order and without gaps; a run whose source is of another length is one decoded unit. */
  readonly runs: readonly Run[];
  /** Where a text of no characters stands. */
  readonly place: Range;
}

/** A textRun of character data in a document. */
export interface TextRun {
  readonly kind: 'text' | 'cdata';
  /** Of the characters themselves, without `<![CDATA[` and `]]>`. */
  readonly start: number;
  readonly end: number;
}

const special = /\r\n?|&/g;

/** Decodes textRuns of a document: references resolved, line ends as XML normalises them. */
export function decodeRuns(document: string, textRuns: readonly TextRun[], place: Range): SourceText {
  const runs: Run[] = [];
  let text = '';
  const push = (piece: string, start: number, end: number) => {
    if (piece === '') return;
    runs.push({ at: text.length, length: piece.length, source: { start, end } });
    text += piece;
  };
  for (const textRun of textRuns) {
    const raw = document.slice(textRun.start, textRun.end);
    let done = 0;
    for (const match of raw.matchAll(special)) {
      const at = match.index;
      if (at < done) continue;
      if (match[0] !== '&') {
        push(raw.slice(done, at), textRun.start + done, textRun.start + at);
        push('\n', textRun.start + at, textRun.start + at + match[0].length);
        done = at + match[0].length;
      } else if (textRun.kind === 'text') {
        const found = readReference(raw, at);
        // ACC-5: a raw `&` or an unknown entity stands for its own characters.
        if (found.kind !== 'text') continue;
        push(raw.slice(done, at), textRun.start + done, textRun.start + at);
        push(found.text, textRun.start + at, textRun.start + at + found.length);
        done = at + found.length;
      }
    }
    push(raw.slice(done), textRun.start + done, textRun.end);
  }
  return { text, runs, place };
}

/** Without white space at both ends, typed or referenced (ACC-2). */
export function trimSourceText(value: SourceText): SourceText {
  let start = 0;
  let end = value.text.length;
  while (start < end && isXmlSpace(value.text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(value.text.charCodeAt(end - 1))) end--;
  if (start === 0 && end === value.text.length) return value;
  const runs = value.runs
    .filter((run) => run.at < end && run.at + run.length > start)
    .map((run) => {
      const from = Math.max(run.at, start);
      const to = Math.min(run.at + run.length, end);
      const source = isVerbatim(run) ? rangeWithin(run, from, to) : run.source;
      return { at: from - start, length: to - from, source };
    });
  return { text: value.text.slice(start, end), runs, place: value.place };
}

/** The characters of the document that the text's characters from `start` to `end` stand for. */
export function sourceRange(value: SourceText, start: number, end: number): Range {
  const first = value.runs[indexOfRun(value.runs, start)];
  if (first === undefined) return value.place;
  if (end <= start) {
    const at =
      start <= first.at
        ? first.source.start
        : isVerbatim(first)
          ? positionIn(first, start)
          : first.source.end;
    return { start: at, end: at };
  }
  const last = value.runs[indexOfRun(value.runs, end - 1)] ?? first;
  return {
    start: isVerbatim(first) ? positionIn(first, start) : first.source.start,
    end: isVerbatim(last) ? positionIn(last, end) : last.source.end,
  };
}

/**
 * Whether the characters from `start` to `end` stand in one textRun of the document: no comment and
 * no mark of a CDATA section among them. Only then may an edit take the place of their range.
 */
export function isUnbroken(value: SourceText, start: number, end: number): boolean {
  let expected: number | undefined;
  for (let index = indexOfRun(value.runs, start); index < value.runs.length; index++) {
    const run = value.runs[index];
    if (run === undefined || run.at >= end) break;
    if (expected !== undefined && run.source.start !== expected) return false;
    expected = run.source.end;
  }
  return true;
}

function isVerbatim(run: Run): boolean {
  return run.length === run.source.end - run.source.start;
}

function positionIn(run: Run, offset: number): number {
  return run.source.start + Math.min(offset - run.at, run.length);
}

function rangeWithin(run: Run, from: number, to: number): Range {
  return { start: positionIn(run, from), end: positionIn(run, to) };
}

/** Index of the run that holds the character at `offset`, or of the last run. */
function indexOfRun(runs: readonly Run[], offset: number): number {
  return lastAtOrBefore(runs.length, (index) => runs[index]?.at ?? 0, offset);
}
