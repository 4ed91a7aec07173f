/** A worker for it: a body that keeps a parser busy must not freeze the page. */
import { type PageReadingOrder, readInPage } from './page-reading.ts';

self.onmessage = async ({ data }: MessageEvent<PageReadingOrder>) => {
  self.postMessage(await readInPage(data));
};
