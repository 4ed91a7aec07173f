/**
 * Makes visible what the eye would miss: control characters, line ends inside a value,
 * zero-width and direction marks. The text itself is never changed, so that selecting and
 * copying gives it as it is; a mark is drawn beside its character.
 */
export interface VisibleRun {
  readonly text: string;
  /** What to draw for `text`; absent for text that shows itself. */
  readonly mark?: string;
  /** What the mark stands for, in words. */
  readonly meaning?: string;
  /** Spaces, each with a dot. */
  readonly isSpace?: true;
}

const special = /\r\n|[\p{Cc}\p{Cf}\u00A0\u2028\u2029\uFFFD]/gu;
const specialOrSpace = new RegExp(` +|${special.source}`, 'gu');

const names: Readonly<Record<string, readonly [mark: string, meaning: string]>> = {
  '\r\n': ['CR LF', 'CR LF, part of the value'],
  '\n': ['LF', 'LF, part of the value'],
  '\r': ['CR', 'CR, part of the value'],
  '\t': ['→', 'tab'],
  '\u00A0': ['NBSP', 'no-break space'],
  '\u00AD': ['SHY', 'soft hyphen'],
  '\u200B': ['ZWSP', 'zero-width space'],
  '\u200C': ['ZWNJ', 'zero-width non-joiner'],
  '\u200E': ['LRM', 'left-to-right mark'],
  '\u200F': ['RLM', 'right-to-left mark'],
  '\u202E': ['RLO', 'right-to-left override'],
  '\uFEFF': ['BOM', 'byte order mark'],
  '\uFFFD': ['', 'bytes that are no UTF-8; see Bytes'],
};

/** By code: the names of the ASCII control characters. */
const controls =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

/** Zero-width joiners stay unmarked: they hold emoji together and show themselves there. */
const joiner = '\u200D';

export function visibleRuns(text: string): VisibleRun[] {
  return runsOf(text, {});
}

/** The same, with marks for ordinary spaces too. */
export function visibleSpaces(text: string): VisibleRun[] {
  return runsOf(text, { spaces: true });
}

/** The same for a text of lines: its line ends are line ends, LF throughout. */
export function visibleLines(text: string): VisibleRun[] {
  return runsOf(text.replaceAll('\r\n', '\n'), { lines: true });
}

interface Marked {
  readonly lines?: boolean;
  readonly spaces?: boolean;
}

function runsOf(text: string, { lines = false, spaces = false }: Marked): VisibleRun[] {
  const runs: VisibleRun[] = [];
  let from = 0;
  for (const match of text.matchAll(spaces ? specialOrSpace : special)) {
    const found = match[0];
    if (found === joiner || (lines && found === '\n')) continue;
    if (match.index > from) runs.push({ text: text.slice(from, match.index) });
    if (found.startsWith(' ')) {
      runs.push({ text: found, mark: '·'.repeat(found.length), isSpace: true });
    } else {
      const [mark, meaning] = names[found] ?? nameOf(found.codePointAt(0) ?? 0);
      runs.push({ text: found, mark, meaning });
    }
    from = match.index + found.length;
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from) });
  return runs;
}

function nameOf(code: number): readonly [mark: string, meaning: string] {
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  const control = code === 0x7f ? 'DEL' : controls[code];
  if (control !== undefined) return [control, `control character U+${hex}`];
  return [`U+${hex}`, `invisible character U+${hex}`];
}
