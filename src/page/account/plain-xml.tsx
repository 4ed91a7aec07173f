import { type CSSProperties, memo, type Ref, useMemo } from 'react';
import type { Range } from '../../core/source/diagnostics.ts';
import { markClasses, type ParameterMark } from '../components/parameter-marks.ts';
import { XmlText } from '../components/xml-text.tsx';
import { fieldValueOf } from '../monaco/line-edits.ts';
import { secretRanges } from '../monaco/secret-values.ts';
import { dotted, dottedIn } from './dotted.ts';
import { markedLines } from './marked-lines.ts';
import './plain-xml.css';

interface PlainXmlProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly xml: string;
  readonly marks: readonly ParameterMark[];
  readonly onValue: (value: string) => void;
  readonly hideSecrets: boolean;
}

/** Characters: beyond this the coloured copy behind the field would cost more than it gives. */
const colourLimit = 60_000;

/** The Account XML before the editor is there, or where it can't be: a text field of its measure. */
export function PlainXml({ ref, xml, marks, onValue, hideSecrets }: PlainXmlProps) {
  const value = fieldValueOf(xml);
  const secrets = useMemo(() => (hideSecrets ? secretRanges(value) : none), [value, hideSecrets]);
  const isColoured = value.length <= colourLimit;
  // A field can't hide a part of its text: the copy is what is seen then, whatever it costs.
  const isClear = isColoured || secrets.length > 0;
  const digits = Math.max(3, String(value.split('\n').length).length);
  return (
    <div className="plain-xml code" style={{ '--digits': digits } as CSSProperties}>
      <div className="plain-xml-sheet">
        {isColoured ? (
          // Marks are offsets of the document itself; a BOM or CR in it would shift them.
          <Backdrop value={value} marks={value === xml ? marks : none} secrets={secrets} />
        ) : (
          isClear && (
            <div className="plain-xml-lines" aria-hidden>
              {dottedIn(value, secrets)}
              {'\n'}
            </div>
          )
        )}
        <textarea
          ref={ref}
          aria-label="Account XML"
          className={isClear ? 'plain-xml-field plain-xml-clear' : 'plain-xml-field'}
          value={value}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => onValue(event.target.value)}
          onCompositionStart={({ currentTarget }) => currentTarget.setAttribute('data-composing', '')}
          onCompositionEnd={({ currentTarget }) => currentTarget.removeAttribute('data-composing')}
        />
      </div>
    </div>
  );
}

const none: readonly never[] = [];

const secretClass = 'plain-xml-secret';

interface BackdropProps {
  readonly value: string;
  readonly marks: readonly ParameterMark[];
  readonly secrets: readonly Range[];
}

const Backdrop = memo(function Backdrop({ value, marks, secrets }: BackdropProps) {
  const lines = markedLines(value, [
    ...secrets.map((range) => ({ range, className: secretClass })),
    ...marks.map((mark) => ({ range: mark.range, className: markClasses(mark) })),
  ]);
  return (
    <div className="plain-xml-lines" aria-hidden>
      {lines.map((runs, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
        <div key={line} className="plain-xml-line">
          {runs.map(({ text, className }, index) =>
            className === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place
              <XmlText key={index} text={text} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place
              <span key={index} className={className}>
                {className === secretClass ? dotted(text) : text}
              </span>
            ),
          )}
          {'\n'}
        </div>
      ))}
    </div>
  );
});
