import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import X from 'lucide-react/icons/x';
import { type DragEvent, useState } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import type { Problem } from '../state/problems.ts';
import { FieldProblems } from './field-problems.tsx';
import type { FormRow, RowField } from './form-rows.ts';
import type { RowWords } from './row-words.ts';
import { TemplateField } from './template-field.tsx';
import type { Committed } from './use-form-edits.ts';

interface RowItemProps {
  readonly at: number;
  readonly count: number;
  readonly row: FormRow;
  /** The template in which the row stands. */
  readonly text: string;
  readonly words: RowWords;
  readonly problems: readonly Problem[] | undefined;
  /** The row of this list that is being dragged. */
  readonly dragged: number | null;
  readonly onDrag: (at: number | null) => void;
  readonly onEdit: (field: RowField, typed: string) => Committed;
  readonly onMove: (from: number, to: number, then: 'up' | 'down' | 'grip') => void;
  readonly onRemove: () => void;
}

/** Name and tools are above the value where they do not fit beside it. */
const grid =
  'relative grid grid-cols-[1rem_minmax(0,4fr)_auto_minmax(0,7fr)_auto] items-start gap-x-1 py-0.5 @max-[27.5rem]:grid-cols-[1rem_minmax(0,1fr)_auto_auto] @max-[27.5rem]:gap-y-0.75 @max-[27.5rem]:pt-1 @max-[27.5rem]:pb-1.5';

/** Where a row that is dragged would come to stand. */
const dropLine = {
  before: 'after:absolute after:inset-x-0 after:-top-px after:h-0.5 after:bg-accent',
  after: 'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent',
} as const;

/** A part or header: its name, its value, and the means to move and remove it. */
export function RowItem(props: RowItemProps) {
  const { at, count, row, text, words, problems, dragged, onDrag, onEdit, onMove, onRemove } = props;
  const [drop, setDrop] = useState<'before' | 'after' | null>(null);
  const label = `${words.one} ${at + 1}`;
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

  const sideOf = (event: DragEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY < top + height / 2 ? 'before' : 'after';
  };
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    if (dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    setDrop(sideOf(event));
  };
  const onDrop = (event: DragEvent<HTMLElement>) => {
    setDrop(null);
    if (dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    const place = sideOf(event) === 'before' ? at : at + 1;
    onMove(dragged, place > dragged ? place - 1 : place, 'grip');
  };
  return (
    <li
      className={`${grid} ${dragged === at ? 'opacity-50' : ''} ${drop === null ? '' : dropLine[drop]}`}
      onDragOver={onDragOver}
      onDragLeave={() => setDrop(null)}
      onDrop={onDrop}
    >
      <span
        className="grid h-6.75 cursor-grab place-items-center text-muted [&>svg]:size-3.5"
        draggable
        aria-hidden
        data-tip="Drag to another place"
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', slice(row));
          const item = event.currentTarget.closest('li');
          if (item) event.dataTransfer.setDragImage(item, 8, 12);
          onDrag(at);
        }}
        onDragEnd={() => onDrag(null)}
      >
        <GripVertical />
      </span>
      {row.kind === 'pair' ? (
        <>
          <div className="min-w-0">
            <TemplateField
              label={`Name of ${label}`}
              part="name"
              value={slice(row.name)}
              commit={(typed) => onEdit('name', typed)}
            />
          </div>
          <span className="code leading-6.75 text-muted" aria-hidden>
            {words.sign}
          </span>
          <div className="min-w-0 @max-[27.5rem]:col-span-3 @max-[27.5rem]:col-start-2 @max-[27.5rem]:row-start-2">
            <TemplateField
              label={`Value of ${label}`}
              part="value"
              value={row.value ? slice(row.value) : ''}
              commit={(typed) => onEdit('value', typed)}
              parameters={words.withMedia ? 'with-media' : 'without-media'}
            />
          </div>
        </>
      ) : (
        <div className="col-span-3 min-w-0 @max-[27.5rem]:col-span-2">
          <TemplateField
            label={`Line of ${label}`}
            part="raw"
            value={slice(row)}
            commit={(typed) => onEdit('raw', typed)}
            parameters="without-media"
          />
        </div>
      )}
      <span className="flex pt-px @max-[27.5rem]:col-start-4 @max-[27.5rem]:row-start-1">
        <IconButton
          tone="muted"
          label={`Move ${label} up`}
          data-part="up"
          disabled={at === 0}
          onClick={() => onMove(at, at - 1, 'up')}
        >
          <ArrowUp aria-hidden />
        </IconButton>
        <IconButton
          tone="muted"
          label={`Move ${label} down`}
          data-part="down"
          disabled={at === count - 1}
          onClick={() => onMove(at, at + 1, 'down')}
        >
          <ArrowDown aria-hidden />
        </IconButton>
        <IconButton tone="muted" label={`Remove ${label}`} data-part="remove" onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </span>
      {problems && (
        <div className="-col-end-1 col-start-2 min-w-0 pb-1">
          <FieldProblems problems={problems} />
        </div>
      )}
    </li>
  );
}
