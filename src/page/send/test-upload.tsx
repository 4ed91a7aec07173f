import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { useIsMac } from '../components/is-mac.ts';
import { Pane, PaneScroll } from '../components/pane.tsx';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { useDrops } from '../state/use-drops.ts';
import { MediaCard } from './media-card.tsx';
import { ParameterSection } from './parameter-section.tsx';
import { RequestOptions } from './request-options.tsx';
import { SendBar } from './send-bar.tsx';

/** Pane 3: media and values, and the button that sends. A file may be dropped anywhere in the pane. */
export function TestUpload({ server }: { readonly server: ReactNode }) {
  return (
    <Pane title="Test upload" number={3} controls={<SendButton />} onFiles={useDrops('media')}>
      <div className="flex flex-none items-center border-b border-line bg-raised pr-4">
        <SendBar />
        {server}
      </div>
      <PaneScroll>
        <MediaCard />
        <ParameterSection />
        <RequestOptions />
      </PaneScroll>
    </Pane>
  );
}

// Its keys are not shown where there is no keyboard, or no space for them.
const keys = 'px-0.75 text-tiny font-medium opacity-85 max-[70rem]:hidden [@media(hover:none)]:hidden';

function SendButton() {
  const isMac = useIsMac();
  const { request: plan } = useRequest().built;
  const { isSending, send, cancel } = useUploads();
  const { isReading } = useMedia();
  if (isSending) return <Button onClick={cancel}>Cancel</Button>;
  return (
    <Button
      variant="primary"
      disabled={plan === null || isReading}
      aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
      onClick={send}
    >
      Send test upload{' '}
      <kbd className={keys} aria-hidden>
        {isMac ? '⌘↵' : 'Ctrl ↵'}
      </kbd>
    </Button>
  );
}
