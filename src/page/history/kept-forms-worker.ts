/** The worker that masks what is kept of an upload. One for each. */
import { keptForms, type ToKeep } from './kept-forms.ts';

self.onmessage = ({ data }: MessageEvent<ToKeep>) => self.postMessage(keptForms(data));
