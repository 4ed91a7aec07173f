/**
 * A link to a session in the page's address. It is taken out of there at once: a reload goes on with the
 * session as it is then, and neither address bar nor history hold what is in it. Nothing of it is sent anywhere.
 */
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useDocument } from '../document-provider.tsx';
import { useSession } from '../session-provider.tsx';

/** As public/first-paint.js has it, which shows no example then. */
const isLink = /[#&](?:s|xml|to|description|method|assume|account|locale|example)=/;

export function hasLink(): boolean {
  return isLink.test(location.hash);
}

const loadOpening = () => import('./open-shared.ts');

interface Taken {
  readonly address: string;
  /** What reads it; null where that could not be loaded. */
  readonly opening: Awaited<ReturnType<typeof loadOpening>> | null;
}

/** Of the page's start: opened with the first frame, so that no other session is seen before it. */
let atStart: Taken | null = null;

export async function takeLinkAtStart(): Promise<void> {
  atStart = await takeLink();
}

async function takeLink(): Promise<Taken> {
  const address = location.hash;
  const { state } = history;
  history.replaceState(state, '', location.pathname + location.search);
  return { address, opening: await loadOpening().catch(() => null) };
}

const notLoaded = 'The link could not be opened: a part of the page did not load. Reload, and open it again.';

export function useLinkInAddress(): void {
  const { session } = useSession();
  const { notify, replaceAll } = useDocument();
  const latest = useRef(session);
  useLayoutEffect(() => {
    latest.current = session;
  }, [session]);
  const open = useCallback(
    ({ address, opening }: Taken) => {
      if (opening === null) notify({ text: notLoaded });
      else opening.show(opening.openLink(address, latest.current), { notify, replaceAll });
    },
    [notify, replaceAll],
  );
  useLayoutEffect(() => {
    if (atStart !== null) open(atStart);
    atStart = null;
    const onHash = () => {
      if (hasLink()) void takeLink().then(open);
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [open]);
}
