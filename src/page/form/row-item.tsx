import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import X from 'lucide-react/icons/x';
import { type DragEvent, useState } from 'react';
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

/** A part or header: its name, its value, and the means to move and remove it. */
export function RowItem(props: RowItemProps) {
  const { at, count, row, text, words, problems, dragged, onDrag, onEdit, onMove, onRemove } = props;
  const [drop, setDrop] = useState<'before' | 'behind' | null>(null);
  const label = `${words.one} ${at + 1}`;
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

  const sideOf = (event: DragEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY < top + height / 2 ? 'before' : 'behind';
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
      className="row"
      data-dragged={dragged === at || undefined}
      data-drop={drop ?? undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setDrop(null)}
      onDrop={onDrop}
    >
      <span
        className="row-grip"
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
          <div className="row-name">
            <TemplateField
              label={`Name of ${label}`}
              part="name"
              value={slice(row.name)}
              commit={(typed) => onEdit('name', typed)}
            />
          </div>
          <span className="row-sign code" aria-hidden>
            {words.sign}
          </span>
          <div className="row-value">
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
        <div className="row-raw">
          <TemplateField
            label={`Line of ${label}`}
            part="raw"
            value={slice(row)}
            commit={(typed) => onEdit('raw', typed)}
            parameters="without-media"
          />
        </div>
      )}
      <span className="row-tools">
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={`Move ${label} up`}
          data-part="up"
          disabled={at === 0}
          onClick={() => onMove(at, at - 1, 'up')}
        >
          <ArrowUp aria-hidden />
        </button>
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={`Move ${label} down`}
          data-part="down"
          disabled={at === count - 1}
          onClick={() => onMove(at, at + 1, 'down')}
        >
          <ArrowDown aria-hidden />
        </button>
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={`Remove ${label}`}
          data-part="remove"
          onClick={onRemove}
        >
          <X aria-hidden />
        </button>
      </span>
      {problems && (
        <div className="row-problems">
          <FieldProblems problems={problems} />
        </div>
      )}
    </li>
  );
}
