import { type ReactNode, useEffect, useState } from 'react';
import { version as packageVersion } from '../../../package.json';
import { tokenPath } from '../../upload/protocol.ts';
import { CloseButton } from '../components/close-button.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { startServiceWorker } from './service-worker.ts';

/** Keeps the page for times without a network; says that there is a new version, or that nothing can be sent from here. */
export function Offline() {
  const [activate, setActivate] = useState<(() => void) | null>(null);
  const [cannotSend, setCannotSend] = useState(false);
  useEffect(() => {
    if (!import.meta.env.PROD) return;
    if ('serviceWorker' in navigator)
      startServiceWorker((run) => setActivate(() => run)).catch(() => {
        // Not allowed in this browser, or the server is gone already.
      });
    if (!isServedByPlayground()) void canSend().then((can) => setCannotSend(!can));
  }, []);
  if (activate !== null)
    return (
      <Bar label="New version" onClose={() => setActivate(null)}>
        A new version is ready.
        <LinkButton onClick={activate}>Reload</LinkButton>
      </Bar>
    );
  return cannotSend && <HowToSend onClose={() => setCannotSend(false)} />;
}

function HowToSend({ onClose }: { readonly onClose: () => void }) {
  const [isAsked, ask] = useState(false);
  return (
    <Bar label="Nothing can be sent from here" onClose={onClose}>
      {isAsked ? (
        <span>
          On your computer:{' '}
          <code className="text-text select-all">
            npx ./media-upload-playground-{packageVersion}.tgz serve
          </code>
        </span>
      ) : (
        <>
          Nothing can be sent from here.
          <LinkButton onClick={() => ask(true)}>How to send</LinkButton>
        </>
      )}
    </Bar>
  );
}

interface BarProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** On a phone a row of its own, like the offer of the tour. */
function Bar({ label, onClose, children }: BarProps) {
  return (
    <section
      className="flex items-center gap-2 min-[48rem]:whitespace-nowrap max-medium:order-first max-medium:basis-full max-medium:pl-2 [&>button]:min-h-6"
      aria-label={label}
    >
      {children}
      <CloseButton label="Close this notice" onClick={onClose} />
    </section>
  );
}

/** Its server writes a boundary into the page; a static host gives the page as it was built. */
function isServedByPlayground(): boolean {
  return document.getElementById('root')?.dataset['boundary'] !== undefined;
}

async function canSend(): Promise<boolean> {
  const response = await fetch(tokenPath, { cache: 'no-store' }).catch(() => null);
  return response?.ok === true && /json/.test(response.headers.get('Content-Type') ?? '');
}
