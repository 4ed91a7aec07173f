/**
 * Lets the page open without its server, and the editor work. It answers for files of the page alone, by
 * their names: never for /api, /demo or another origin, which it does not even see as its own. What has a hash in
 * its name comes from here; all else from the server as long as that answers, so nothing here is ever in
 * the place of something newer. A new version waits until the page asks for it: an open page keeps its files.
 */

/** The build writes this line (build/service-worker-plugin.ts). */
const build = { version: '', files: [], editor: [] };

const base = new URL('./', self.location.href);
const prefix = `media-upload-playground ${base.pathname} `;
const own = new Set([...build.files, ...build.editor]);
const isHashed = (file) => file.startsWith('assets/');
const addressOf = (file) => new URL(file, base).href;

self.addEventListener('install', (event) => {
  event.waitUntil(keep(build.files));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder());
});

self.addEventListener('message', (event) => {
  if (event.data === 'keep-editor') event.waitUntil(keep(build.editor));
  if (event.data === 'activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== base.origin || !pathname.startsWith(base.pathname)) return;
  const path = pathname.slice(base.pathname.length);
  const file = path === 'index.html' ? '' : path;
  if (isHashed(file)) event.respondWith(keptOrFetched(request, file));
  else if (own.has(file)) event.respondWith(fetchedOrKept(request, file));
});

/** All or nothing: a worker whose files are not all there does not come into being. */
async function keep(files) {
  const cache = await caches.open(prefix + build.version);
  await Promise.all(
    files.map(async (file) => {
      const known = isHashed(file) && (await kept(file));
      const response =
        known || (await fetch(addressOf(file), { cache: isHashed(file) ? 'default' : 'no-cache' }));
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await cache.put(addressOf(file), response);
    }),
  );
}

/** The version before stays: a page of it may be open in another tab. */
async function forgetOlder() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.slice(0, -2).map((name) => caches.delete(name)));
}

/** Of this version, else of the one before. The page is one for each Host, which is always the same here. */
async function kept(file) {
  const options = { ignoreVary: true };
  const cache = await caches.open(prefix + build.version);
  return (
    (await cache.match(addressOf(file), options)) ??
    (isHashed(file) ? caches.match(addressOf(file), options) : undefined)
  );
}

async function keptOrFetched(request, file) {
  return (await kept(file)) ?? fetch(request);
}

async function fetchedOrKept(request, file) {
  try {
    const response = await fetch(request);
    // From whatever stands before a server that is gone.
    if (response.status < 500) return response;
    return (await answerFor(file)) ?? response;
  } catch (error) {
    const answer = await answerFor(file);
    if (answer === undefined) throw error;
    return answer;
  }
}

async function answerFor(file) {
  const response = await kept(file);
  return response && file === '' ? withFreshBoundary(response) : response;
}

/** As the server does: each visit has a boundary of its own (MP-9), the same in what is shown and in what is sent. */
async function withFreshBoundary(response) {
  const random = crypto.getRandomValues(new Uint8Array(15));
  const boundary = `mup-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const html = await response.text();
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  return new Response(html.replaceAll(/mup-[0-9a-f]{30}/g, boundary), { headers });
}
