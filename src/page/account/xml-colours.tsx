import { memo } from 'react';
import { markClasses, type ParameterMark } from '../components/parameter-marks.ts';

interface Piece {
  readonly text: string;
  readonly className: string | undefined;
}

interface XmlColoursProps {
  readonly text: string;
  /** Parameters in it, in the order of the text. */
  readonly marks: readonly ParameterMark[];
}

/** An Account XML to the letter, in the colours that the editor will have (monaco/editor-themes.ts). */
export const XmlColours = memo(function XmlColours({ text, marks }: XmlColoursProps) {
  return colouredPieces(text, marks).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no identity but its place
    <span key={index} className={piece.className}>
      {piece.text}
    </span>
  ));
});

const token = /(<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>?)|(<\/?)([^\s<>/]*)|(\/?>|&[#\w]+;)/g;

export function colouredPieces(text: string, marks: readonly ParameterMark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  const add = (start: number, end: number, className: string | undefined) => {
    if (end > start) pieces.push({ text: text.slice(start, end), className });
  };
  /** Values: what is between the tags. */
  const addValue = (start: number, end: number) => {
    let from = start;
    for (let mark = marks[next]; mark !== undefined && mark.range.start < end; mark = marks[++next]) {
      const { range } = mark;
      if (range.start < from || range.end > end) continue;
      add(from, range.start, undefined);
      add(range.start, range.end, markClasses(mark));
      from = range.end;
    }
    add(from, end, undefined);
  };
  let done = 0;
  for (const match of text.matchAll(token)) {
    const [whole, comment, open, name = ''] = match;
    addValue(done, match.index);
    done = match.index + whole.length;
    if (comment !== undefined) add(match.index, done, 'text-xml-comment');
    else {
      add(match.index, done - name.length, 'text-muted');
      if (open !== undefined) add(done - name.length, done, 'text-xml-tag');
    }
  }
  addValue(done, text.length);
  return pieces;
}
