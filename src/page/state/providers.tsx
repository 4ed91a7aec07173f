import type { ReactNode } from 'react';
import { DisplayProvider } from './display-provider.tsx';
import { DocumentProvider } from './document-provider.tsx';
import { EditorProvider } from './editor-provider.tsx';
import { MediaProvider } from './media-provider.tsx';
import { QueryProvider } from './queries.tsx';
import { RequestProvider } from './request-provider.tsx';
import type { ExampleContent } from './session.ts';
import { SessionProvider } from './session-provider.tsx';
import { UploadsProvider } from './uploads-provider.tsx';

interface ProvidersProps {
  /** What a first visit begins with. */
  readonly first: ExampleContent;
  readonly children: ReactNode;
}

/**
 * From the outside in, as each needs those around it. The session stands above the request, so that
 * typing draws the other panes anew with the deferred request only.
 */
export function Providers({ first, children }: ProvidersProps) {
  return (
    <QueryProvider>
      <DisplayProvider>
        <SessionProvider first={first}>
          <EditorProvider>
            <DocumentProvider>
              <MediaProvider>
                <RequestProvider>
                  <UploadsProvider>{children}</UploadsProvider>
                </RequestProvider>
              </MediaProvider>
            </DocumentProvider>
          </EditorProvider>
        </SessionProvider>
      </DisplayProvider>
    </QueryProvider>
  );
}
