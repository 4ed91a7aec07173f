import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { dots } from '../../core/source/secret-masking.ts';
import { Button } from '../components/button.tsx';
import { CloseButton } from '../components/close-button.tsx';
import { Fact, Facts } from '../components/facts.tsx';
import { formatBytes, plural } from '../components/format.ts';
import { ReferenceName } from '../components/reference-name.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { VisibleText } from '../components/visible-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import { useHues, useRequest } from '../state/request-provider.tsx';
import { useEditParameter } from '../state/use-edit-parameter.ts';
import type { OpenCard } from './card-context.ts';
import { AssumptionChip } from './request-section.tsx';
import { cardId, tabStops } from './run-keys.ts';
import { type SpanFacts, spanFacts } from './span-facts.ts';
import { type CardEnds, useCardPlace } from './use-card-place.ts';

interface SpanCardProps extends CardEnds {
  readonly card: OpenCard;
}

/** What a span of the request is, and two ways on. It neither takes the focus nor changes anything. */
export function SpanCard({ card, onClose, onLeave }: SpanCardProps) {
  const { built } = useRequest();
  const editor = useEditor();
  const box = useRef<HTMLDivElement>(null);
  const facts = useMemo(() => spanFacts(built, card.place), [built, card.place]);
  const isGone = facts === null;
  const { xml } = built.inputs;
  const { start, end } = facts?.range ?? { start: 0, end: 0 };

  useCardPlace(box, card, { onClose, onLeave });
  useEffect(() => {
    if (isGone) onClose();
  });
  useEffect(() => {
    if (isGone) return;
    editor.showSource(xml, { start, end }, 'reveal');
    return () => editor.showSource(xml, null);
  }, [editor, xml, start, end, isGone]);

  if (facts === null) return null;
  return <Card box={box} facts={facts} card={card} onClose={onClose} onLeave={onLeave} />;
}

interface CardProps extends SpanCardProps {
  readonly box: React.RefObject<HTMLDivElement | null>;
  readonly facts: SpanFacts;
}

function Card({ box, facts, card, onClose, onLeave }: CardProps) {
  const id = useId();
  const editor = useEditor();
  const editParameter = useEditParameter();
  const { rules, assumptions, range, edit, encoding, from, node, line, kind } = facts;
  const onEdit = () => {
    onClose();
    if (edit?.kind === 'field') editParameter(edit.parameter, range);
    else editor.select(edit?.range ?? range);
  };
  const onShow = () => {
    onClose();
    editor.select(range);
  };
  return (
    <div
      ref={box}
      id={cardId}
      role="dialog"
      aria-labelledby={id}
      className="fixed top-0 left-0 z-30 w-max max-w-[min(21.5rem,calc(100vw-12px))] min-w-[min(17.5rem,calc(100vw-12px))] overflow-auto overscroll-contain rounded-lg border border-popup-line bg-pane px-3 pt-1.5 pb-2.5 text-small shadow-popup"
      onKeyDown={(event) => onKeyDown(event, card.anchor)}
    >
      <header className="flex items-start gap-2">
        <h3 id={id} className="min-w-0 flex-1 py-1 font-semibold wrap-anywhere">
          <Title facts={facts} /> <span className="font-normal text-muted">in {facts.label}</span>
        </h3>
        <CloseButton onClick={onLeave} />
      </header>
      <Facts>
        <Values facts={facts} />
        <Fact name={kind === 'unknown' ? 'Problem' : 'Encoding'}>{encoding}</Fact>
        {from !== null && <Fact name="Value from">{from}</Fact>}
        <Fact name={kind === 'typed' ? 'Typed in' : 'Put in by'}>{`<${node}>, line\u00A0${line}`}</Fact>
      </Facts>
      <div className="flex flex-wrap items-center gap-1 pt-2">
        {rules.map((rule) => (
          <RuleChip key={rule} rule={rule} />
        ))}
        {assumptions.map((assumption) => (
          <AssumptionChip key={assumption} id={assumption} />
        ))}
      </div>
      <div className="flex flex-wrap gap-1.5 pt-2.5">
        {edit && (
          <Button size="small" onClick={onEdit}>
            Edit value
          </Button>
        )}
        <Button size="small" onClick={onShow}>
          Show in XML
        </Button>
      </div>
    </div>
  );
}

const inHue = 'code rounded-[3px] data-hue:bg-(--prov-tint) data-hue:px-1 data-hue:text-(--prov-text)';

function Title({ facts: { kind, parameter } }: { readonly facts: SpanFacts }) {
  const hues = useHues();
  if (kind === 'media') return 'The media';
  if (parameter === null) return 'Typed text';
  return (
    <span className={inHue} data-hue={hues.get(parameter) ?? 0} data-param={parameter}>
      <ReferenceName entry={`parameter ${parameter}`}>{`%${parameter}%`}</ReferenceName>
    </span>
  );
}

function Values({ facts }: { readonly facts: SpanFacts }) {
  const { showSecrets } = useDisplay();
  const { media } = useRequest().inputs;
  const { kind, value, sent, hides } = facts;
  if (kind === 'media') {
    return (
      <Fact name="File" isCode>
        <Text text={sent} isHidden={false} />, {formatBytes(media.size)}
      </Fact>
    );
  }
  return (
    <>
      {value !== null && value !== sent && (
        <Fact name="Value" isCode>
          <Text text={value} isHidden={hides.value && !showSecrets} />
        </Fact>
      )}
      <Fact name={value === sent ? 'Value' : 'Sent as'} isCode>
        <Text text={sent} isHidden={hides.sent && !showSecrets} />
      </Fact>
    </>
  );
}

/** More of a value than this helps nobody here: the request has it all. */
const limit = 300;

function Text({ text, isHidden }: { readonly text: string; readonly isHidden: boolean }) {
  if (text === '') return <span className="font-sans text-muted">empty</span>;
  if (isHidden) return dots;
  return (
    <>
      <VisibleText text={text.slice(0, limit)} />
      {text.length > limit && (
        <span className="font-sans text-muted"> … {plural(text.length - limit, 'more character')}</span>
      )}
    </>
  );
}

/** The card stands after all else in the page: Tab goes on from what it is about. */
function onKeyDown(event: KeyboardEvent<HTMLElement>, anchor: Element): void {
  if (event.key !== 'Tab' || !(anchor instanceof HTMLElement)) return;
  const buttons = event.currentTarget.querySelectorAll(tabStops);
  const edge = buttons[event.shiftKey ? 0 : buttons.length - 1];
  if (event.target !== edge) return;
  anchor.focus();
  // Backwards it stays there; forwards the browser goes on to what comes next.
  if (event.shiftKey) event.preventDefault();
}
