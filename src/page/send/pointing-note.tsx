import { CloseButton } from '../components/close-button.tsx';
import type { LiveFailingServer, PointingNotice } from './use-failing-server.ts';
import '../components/button.css';
import './failing-servers.css';

type PointingNoteProps = Pick<LiveFailingServer, 'notice' | 'onUndo' | 'onNoticeRead'>;

/** Says what choosing a server did to the document, and takes it back. */
export function PointingNote({ notice, onUndo, onNoticeRead }: PointingNoteProps) {
  const canUndo = notice?.kind === 'changed' && notice.keys.length > 0;
  return (
    <div className="pointing" aria-live="polite">
      {notice !== null && (
        <div className={notice.kind === 'refused' ? 'pointing-note pointing-refused' : 'pointing-note'}>
          <p>{textOf(notice)}</p>
          {canUndo && (
            <button type="button" className="button button-small" onClick={onUndo}>
              Undo
            </button>
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
      <code>{key}</code>
    </span>
  ));
}
