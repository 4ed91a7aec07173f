import type { ReactNode } from 'react';
import { Pane, PaneScroll } from '../components/pane.tsx';
import { useDrops } from '../state/use-drops.ts';
import { MediaCard } from './media-card.tsx';
import { NameAndType } from './name-and-type.tsx';
import { ParameterSection } from './parameter-section.tsx';
import { RequestOptions } from './request-options.tsx';
import { SendBar } from './send-bar.tsx';
import { SendButton } from './send-button.tsx';

/** Pane 3: media and values, and the button that sends. A file may be dropped anywhere in the pane. */
export function TestUpload({ server }: { readonly server: ReactNode }) {
  return (
    <Pane title="Test upload" number={3} controls={<SendButton />} hasHead="wide" onFiles={useDrops('media')}>
      <div className="flex min-h-[calc(3rem+1px)] flex-none items-center border-b border-line bg-raised pr-2.5 pl-4 presenting:min-h-11">
        <SendBar />
        {server}
      </div>
      <PaneScroll>
        <MediaCard />
        <ParameterSection>
          <NameAndType />
        </ParameterSection>
        <RequestOptions />
      </PaneScroll>
    </Pane>
  );
}
