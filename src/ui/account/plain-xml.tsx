import { type CSSProperties, memo, type Ref } from 'react';
import { fieldValueOf } from '../../editor/line-edits.ts';
import { secretRanges } from '../../editor/secret-values.ts';
import { XmlText } from '../common/xml-text.tsx';
import './plain-xml.css';

interface PlainXmlProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly xml: string;
  readonly onValue: (value: string) => void;
  readonly hideSecrets: boolean;
}

/** Beyond this the coloured copy behind the field would cost more than it gives. */
const colourLimit = 60_000;

/** The Account XML before the editor is there, or where it can't be: a text field of its measure. */
export function PlainXml({ ref, xml, onValue, hideSecrets }: PlainXmlProps) {
  const value = fieldValueOf(xml);
  const isColoured = value.length <= colourLimit;
  const digits = Math.max(3, String(value.split('\n').length).length);
  return (
    <div className="plain-xml code" style={{ '--digits': digits } as CSSProperties}>
      <div className="plain-xml-sheet">
        {isColoured && <Backdrop value={value} hideSecrets={hideSecrets} />}
        <textarea
          ref={ref}
          aria-label="Account XML"
          className={isColoured ? 'plain-xml-field plain-xml-clear' : 'plain-xml-field'}
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

const Backdrop = memo(function Backdrop({ value, hideSecrets }: { value: string; hideSecrets: boolean }) {
  return (
    <div className="plain-xml-lines" aria-hidden>
      {linesWithSecrets(value, hideSecrets).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
        <div key={index} className="plain-xml-line">
          {line.before && <XmlText text={line.before} />}
          {line.secret && <span className="secret-value">{line.secret}</span>}
          {line.after && <XmlText text={line.after} />}
          {'\n'}
        </div>
      ))}
    </div>
  );
});

interface Line {
  readonly before: string;
  readonly secret: string;
  readonly after: string;
}

function linesWithSecrets(value: string, hide: boolean): Line[] {
  const secrets = hide ? secretRanges(value) : [];
  let start = 0;
  return value.split('\n').map((line) => {
    const from = start;
    const end = from + line.length;
    start = end + 1;
    const secret = secrets.find((range) => range.start < end && range.end > from);
    if (secret === undefined) return { before: line, secret: '', after: '' };
    const first = Math.max(0, secret.start - from);
    const last = Math.min(line.length, secret.end - from);
    return { before: line.slice(0, first), secret: line.slice(first, last), after: line.slice(last) };
  });
}
