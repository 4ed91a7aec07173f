/** The service worker as the page sees it (public/service-worker.js). Only a built page has one. */

/** How often an open page asks for a new version, at most. Milliseconds. */
const askAgainAfter = 60 * 60 * 1000;

/**
 * Registers it, and has it keep the editor too. `onUpdate` is called when a new version is there and waits;
 * with what lets it take over. Where the browser has or allows none, the page works as it did.
 */
export async function startServiceWorker(onUpdate: (activate: () => void) => void): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register('./service-worker.js', { updateViaCache: 'none' });
  const offer = (worker: ServiceWorker | null) => {
    // Without a controller it is the first one, and takes the place of none.
    if (worker?.state !== 'installed' || serviceWorker.controller === null) return;
    onUpdate(() => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('activate');
    });
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => offer(installing));
  });
  let askedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - askedAt < askAgainAfter) return;
    askedAt = Date.now();
    // Offline it fails, and is asked again later.
    registration.update().catch(() => {});
  });
  const { active } = await serviceWorker.ready;
  active?.postMessage('keep-editor');
}
