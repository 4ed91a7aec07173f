import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { page } from './page.tsx';
import { prefetchWhenIdle } from './prefetch.ts';
import { hasLink, takeLinkAtStart } from './state/sharing/link-in-address.ts';

function start(): void {
  const container = document.getElementById('root');
  if (container === null) throw new Error('index.html has no #root.');
  const isRestoring = document.documentElement.hasAttribute('data-restoring');
  // From a static host the page of a first visit names another address than its own, and no boundary.
  if (container.dataset['boundary'] && !isRestoring) {
    // index.html holds the page of a first visit: it comes alive as it stands.
    flushSync(() => hydrateRoot(container, page));
  } else {
    container.replaceChildren();
    const root = createRoot(container);
    // At once and in one go: nothing on the empty page is worth yielding to before its first paint.
    flushSync(() => root.render(page));
  }
  container.inert = false;
  void prefetchWhenIdle();
}

if (hasLink()) void takeLinkAtStart().then(start);
else start();
