import { Button } from '../components/button.tsx';
import { CloseButton } from '../components/close-button.tsx';
import type { LiveFailingServer, PointingNotice } from './use-failing-server.ts';

type PointingNoteProps = Pick<LiveFailingServer, 'notice' | 'onUndo' | 'onNoticeRead'>;

const tones = {
  changed: 'border-line bg-accent-tint',
  refused: 'border-warn-line bg-warn-tint',
} satisfies Record<PointingNotice['kind'], string>;

/** Says what choosing a server did to the document, and undoes it. */
export function PointingNote({ notice, onUndo, onNoticeRead }: PointingNoteProps) {
  const canUndo = notice?.kind === 'changed' && notice.keys.length > 0;
  return (
    <div aria-live="polite">
      {notice !== null && (
        <div
          className={`flex items-start gap-1.5 border-b py-1.75 pr-2 pl-4 text-small ${tones[notice.kind]}`}
        >
          <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">{textOf(notice)}</p>
          {canUndo && (
            <Button size="small" onClick={onUndo}>
              Undo
            </Button>
          )}
          <CloseButton label="Close this notice" onClick={onNoticeRead} />
        </div>
      )}
    </div>
  );
}

function textOf(notice: PointingNotice) {
  switch (notice.kind) {
    case 'refused':
      return `The Account XML was left as it is: ${notice.reason}`;
    case 'changed':
      if (notice.keys.length === 0) return `The Account XML leads to “${notice.title}” already.`;
      return (
        <>
          The Account XML now leads to “{notice.title}”: {listOf(notice.keys)} changed. Nothing was sent yet.
        </>
      );
  }
}

function listOf(keys: readonly string[]) {
  return keys.map((key, index) => (
    <span key={key}>
      {index === 0 ? '' : index === keys.length - 1 ? ' and ' : ', '}
      <code className="text-[0.71875rem]">{key}</code>
    </span>
  ));
}
