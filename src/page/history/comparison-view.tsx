import type { ReactNode } from 'react';
import { Disclosure } from '../components/disclosure.tsx';
import { plural } from '../components/format.ts';
import { SectionTitle } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import type { ComparedItem, ComparedSection } from './compare-entries.ts';
import type { ComparedLine, Run } from './compare-texts.ts';

export interface SideNames {
  readonly left: string;
  readonly right: string;
}

interface ComparisonViewProps {
  readonly sections: readonly ComparedSection[];
  readonly names: SideNames;
}

/** What differs, section by section, side by side where there is room; then, folded, what is the same. */
export function ComparisonView({ sections, names }: ComparisonViewProps) {
  const same = sections.flatMap(({ title, items }) =>
    items.filter(({ differs }) => !differs).map((item) => ({ title, item })),
  );
  return (
    <>
      {sections.map(({ title, items, notes }) => {
        const differing = items.filter(({ differs }) => differs);
        if (differing.length === 0 && notes.length === 0) return null;
        return (
          <section
            key={title}
            aria-label={title}
            className="border-t border-line px-4 py-2.5 first:border-t-0"
          >
            <SectionTitle>{title}</SectionTitle>
            {notes.map((note) => (
              <p key={note} className="text-small text-muted">
                {note}
              </p>
            ))}
            {differing.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place; names may come twice
              <DifferingItem key={index} item={item} names={names} />
            ))}
          </section>
        );
      })}
      <div className="border-t border-line px-4 py-2">
        <Disclosure summary={`The same in both: ${plural(same.length, 'item')}`} isLazy>
          <dl className="grid gap-x-4 gap-y-1 pt-1 text-small min-[48rem]:grid-cols-[11rem_minmax(0,1fr)]">
            {same.map(({ title, item }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place; names may come twice
              <SameItem key={index} title={title} item={item} />
            ))}
          </dl>
        </Disclosure>
      </div>
    </>
  );
}

function SameItem({
  title,
  item: { what, left, note },
}: {
  readonly title: string;
  readonly item: ComparedItem;
}) {
  return (
    <>
      <dt className="wrap-anywhere text-muted">
        {title}: <ExcerptText text={what} />
      </dt>
      <dd className="code min-w-0 whitespace-pre-wrap wrap-anywhere">
        {left === null ? (
          <Aside>none</Aside>
        ) : left === '' ? (
          <Aside>empty</Aside>
        ) : (
          <ExcerptText text={left} />
        )}
        {note && <Aside> {note}</Aside>}
      </dd>
    </>
  );
}

function DifferingItem({ item, names }: { readonly item: ComparedItem; readonly names: SideNames }) {
  const { what, left, right, lines, note } = item;
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-0.5 pt-1.5 min-[48rem]:grid-cols-[11rem_minmax(0,1fr)]">
      <h4 className="text-small font-medium wrap-anywhere">
        <ExcerptText text={what} />
      </h4>
      <div className="grid min-w-0 grid-cols-1 gap-px overflow-hidden rounded-md border border-line bg-line min-[48rem]:grid-cols-2">
        {left === null || right === null || left === '' || right === '' ? (
          <>
            <WholeSide text={left} side="left" name={names.left} />
            <WholeSide text={right} side="right" name={names.right} />
          </>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          lines.map((line, index) => <Line key={index} line={line} names={names} />)
        )}
      </div>
      {note && <p className="text-small text-muted min-[48rem]:col-start-2">{note}</p>}
    </div>
  );
}

const cell = 'relative min-w-0 px-2 py-0.5 code whitespace-pre-wrap wrap-anywhere';
const tints = { left: 'bg-bad-tint [&_mark]:bg-bad-line', right: 'bg-good-tint [&_mark]:bg-good-line' };

interface WholeSideProps {
  readonly text: string | null;
  readonly side: keyof typeof tints;
  readonly name: string;
}

function WholeSide({ text, side, name }: WholeSideProps) {
  return (
    <div className={`${cell} ${text ? tints[side] : 'bg-pane'}`}>
      <SideName name={name} />
      {text === null ? <Aside>none</Aside> : text === '' ? <Aside>empty</Aside> : <ExcerptText text={text} />}
    </div>
  );
}

function Line({ line, names }: { readonly line: ComparedLine; readonly names: SideNames }) {
  if (line.kind !== 'line') {
    return (
      <div className="bg-pane px-2 py-0.5 text-tiny text-muted min-[48rem]:col-span-2">
        {line.kind === 'left-out'
          ? `${plural(line.count, 'line')} the same`
          : `${plural(line.count, 'more line')} not compared here`}
      </div>
    );
  }
  const { left, right } = line;
  const isSame = [left, right].every((runs) => runs?.every(({ isChanged }) => !isChanged));
  return (
    <>
      <LineSide runs={left} side="left" name={names.left} isSame={isSame} />
      <LineSide runs={right} side="right" name={names.right} isSame={isSame} />
    </>
  );
}

interface LineSideProps {
  readonly runs: readonly Run[] | null;
  readonly side: keyof typeof tints;
  readonly name: string;
  readonly isSame: boolean;
}

/** One below the other, a line that is the same, or isn't there, needs to be shown once. */
function LineSide({ runs, side, name, isSame }: LineSideProps) {
  const isOnce = (isSame && side === 'right') || runs === null;
  return (
    <div
      className={`${cell} ${isSame || runs === null ? 'bg-pane text-muted' : tints[side]} ${isOnce ? 'max-[48rem]:hidden' : ''}`}
    >
      {!isSame && runs !== null && <SideName name={name} />}
      {runs?.map((run, index) => {
        const text = shownRun(run, index === runs.length - 1);
        return run.isChanged ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place
          <mark key={index} className="rounded-[2px] text-inherit">
            <ExcerptText text={text} />
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place
          <ExcerptText key={index} text={text} />
        );
      })}
    </div>
  );
}

/** The line's own end is the end of its box, unless it is what differs. */
function shownRun({ text, isChanged }: Run, isLast: boolean): string {
  if (!isLast || !text.endsWith('\n')) return text;
  return isChanged && text.trim() === '' ? `${text.slice(0, -1)}⏎` : text.slice(0, -1);
}

/** Colour alone doesn't tell whose line it is. */
function SideName({ name }: { readonly name: string }) {
  return (
    <span className="pr-1.5 font-sans text-tiny text-muted select-none min-[48rem]:sr-only">{name}</span>
  );
}

function Aside({ children }: { readonly children: ReactNode }) {
  return <span className="font-sans text-small text-muted italic select-none">{children}</span>;
}
