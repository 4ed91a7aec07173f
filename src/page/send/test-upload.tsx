import type { RequestPlan } from '../../core/request/plan.ts';
import { isMac } from '../components/is-mac.ts';
import { useFileDrop } from '../components/use-file-drop.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { RoomHead } from '../layout/pane-head.tsx';
import { DeliverySection } from './delivery-section.tsx';
import { FailingServersMenu } from './failing-servers-menu.tsx';
import { MediaCard } from './media-card.tsx';
import { ParameterSection } from './parameter-section.tsx';
import { PointingNote } from './pointing-note.tsx';
import { SendBar } from './send-bar.tsx';
import type { LiveFailingServer } from './use-failing-server.ts';
import '../components/button.css';

interface TestUploadProps {
  readonly plan: RequestPlan | null;
  readonly exchange: Exchange | null;
  readonly isSending: boolean;
  /** See `SendBar`. */
  readonly onRevoke: (() => void) | null;
  readonly failing: LiveFailingServer;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  /** Files dropped on the room: media, as a rule. */
  readonly onDropped: (files: readonly File[]) => void;
  readonly media: React.ComponentProps<typeof MediaCard>;
  readonly parameters: React.ComponentProps<typeof ParameterSection>;
  readonly delivery: React.ComponentProps<typeof DeliverySection>;
}

/** Room 3: media and values in, and off it goes. A file may be dropped anywhere in the room. */
export function TestUpload(props: TestUploadProps) {
  const { plan, exchange, isSending, onRevoke, failing, onSend, onCancel, media, parameters, delivery } =
    props;
  const { isOver, handlers } = useFileDrop(props.onDropped);
  return (
    <section className={isOver ? 'room drop-here' : 'room'} aria-label="Test upload" {...handlers}>
      <RoomHead number={3} title="Test upload">
        {isSending ? (
          <button type="button" className="button" onClick={onCancel}>
            Cancel
          </button>
        ) : (
          <button
            type="button"
            className="button button-primary send-button"
            disabled={plan === null}
            aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
            onClick={onSend}
          >
            Send test upload <kbd aria-hidden>{isMac ? '⌘↵' : 'Ctrl ↵'}</kbd>
          </button>
        )}
      </RoomHead>
      <div className="send-strip">
        <SendBar plan={plan} exchange={exchange} isSending={isSending} onRevoke={onRevoke} />
        <FailingServersMenu url={plan?.url ?? null} onPoint={failing.onPoint} />
      </div>
      <PointingNote {...failing} />
      <div className="room-scroll">
        <MediaCard {...media} />
        <ParameterSection {...parameters} />
        <DeliverySection {...delivery} />
      </div>
    </section>
  );
}
