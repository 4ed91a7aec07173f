import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { ParameterMark } from '../components/parameter-marks.ts';
import { fieldValueOf } from '../monaco/line-edits.ts';
import { maskSecrets, unmaskTyped } from './masked-text.ts';
import { XmlColours } from './xml-colours.tsx';

interface PlainXmlProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly xml: string;
  /** Parameters of `xml`. */
  readonly marks: readonly ParameterMark[];
  readonly onValue: (value: string) => void;
  readonly hideSecrets: boolean;
  /** Else Tab leaves it. */
  readonly tabIndents: boolean;
}

// Text, lines and margins are where the editor will have them (monaco/xml-editor-options.ts).
const look =
  'code absolute inset-0 size-full py-2 pr-3.5 pl-[calc(3ch+16px)] leading-(--code-line) break-all whitespace-pre-wrap [scrollbar-gutter:stable]';
const field = 'resize-none border-0 bg-transparent focus-visible:-outline-offset-2';
/** The text is drawn over the field, which can't have colours; what is selected stays the field's. */
const covered = 'text-transparent caret-text forced:text-[FieldText]';
const cover = 'pointer-events-none overflow-hidden forced:hidden';

/** Characters: a longer text is shown without its colours until the editor is there. */
const colourLimit = 40_000;

const noMarks: readonly ParameterMark[] = [];

/** As typed, for the browser to undo it. */
function indent(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  document.execCommand('insertText', false, '  ');
}

/** The Account XML before the editor is there, or where it can't be: a text field. */
export function PlainXml({ ref, xml, marks, onValue, hideSecrets, tabIndents }: PlainXmlProps) {
  const value = fieldValueOf(xml);
  const shown = useMemo(() => (hideSecrets ? maskSecrets(value) : value), [value, hideSecrets]);
  const cursor = useRef<number | null>(null);
  const colours = useRef<HTMLDivElement>(null);
  const isColoured = shown.length <= colourLimit;

  // What was typed into a secret has become dots: the browser would put the cursor behind all of the text.
  useLayoutEffect(() => {
    if (cursor.current !== null) ref.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });

  const onChange = ({ currentTarget: field }: ChangeEvent<HTMLTextAreaElement>) => {
    cursor.current = field.selectionEnd;
    onValue(unmaskTyped(value, shown, field.value, field.selectionEnd));
  };
  /** The text itself, not its dots. */
  const onCopy = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    if (start === end) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', value.slice(start, end));
    if (event.type !== 'cut') return;
    cursor.current = start;
    onValue(value.slice(0, start) + value.slice(end));
  };

  return (
    <>
      <textarea
        ref={ref}
        aria-label="Account XML"
        className={`${look} ${field} ${isColoured ? covered : ''}`}
        value={shown}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={onChange}
        onKeyDown={(event) => tabIndents && indent(event)}
        onScroll={({ currentTarget }) => {
          if (colours.current) colours.current.scrollTop = currentTarget.scrollTop;
        }}
        onCopy={onCopy}
        onCut={onCopy}
        // Dots that are dragged elsewhere would be dots there.
        onDragStart={(event) => event.preventDefault()}
        onCompositionStart={({ currentTarget }) => currentTarget.setAttribute('data-composing', '')}
        onCompositionEnd={({ currentTarget }) => currentTarget.removeAttribute('data-composing')}
      />
      {isColoured && (
        <div ref={colours} className={`${look} ${cover}`} aria-hidden>
          <XmlColours text={shown} marks={value === xml ? marks : noMarks} />
        </div>
      )}
    </>
  );
}
