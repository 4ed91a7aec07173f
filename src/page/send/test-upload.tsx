import { isMac } from '../components/is-mac.ts';
import { PaneHead } from '../components/pane-head.tsx';
import { useFileDrop } from '../components/use-file-drop.ts';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { useDrops } from '../state/use-drops.ts';
import { DeliverySection } from './delivery-section.tsx';
import { FailingServersMenu } from './failing-servers-menu.tsx';
import { MediaCard } from './media-card.tsx';
import { ParameterSection } from './parameter-section.tsx';
import { PointingNote } from './pointing-note.tsx';
import { SendBar } from './send-bar.tsx';
import { useFailingServer } from './use-failing-server.ts';
import '../components/button.css';

/** Pane 3: media and values in, and off it goes. A file may be dropped anywhere in the pane. */
export function TestUpload() {
  const { request: plan } = useRequest().built;
  const { isSending, send, cancel } = useUploads();
  const { isReading } = useMedia();
  const failing = useFailingServer();
  const { isOver, handlers } = useFileDrop(useDrops('media'));
  return (
    <section className={isOver ? 'room drop-here' : 'room'} aria-label="Test upload" {...handlers}>
      <PaneHead number={3} title="Test upload">
        {isSending ? (
          <button type="button" className="button" onClick={cancel}>
            Cancel
          </button>
        ) : (
          <button
            type="button"
            className="button button-primary send-button"
            disabled={plan === null || isReading}
            aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
            onClick={send}
          >
            Send test upload <kbd aria-hidden>{isMac ? '⌘↵' : 'Ctrl ↵'}</kbd>
          </button>
        )}
      </PaneHead>
      <div className="send-strip">
        <SendBar />
        <FailingServersMenu url={plan?.url ?? null} onPoint={failing.onPoint} />
      </div>
      <PointingNote {...failing} />
      <div className="room-scroll">
        <MediaCard />
        <ParameterSection />
        <DeliverySection />
      </div>
    </section>
  );
}
