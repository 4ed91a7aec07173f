/** The page's side of the worker that masks what is kept. */
import { type KeptForms, keptForms, type ToKeep } from './kept-forms.ts';

/** Here after all where the worker can't be had: its server may be gone. */
export async function keptFormsAside(toKeep: ToKeep): Promise<KeptForms> {
  return (await inWorker(toKeep)) ?? keptForms(toKeep);
}

function inWorker({ built, ...rest }: ToKeep): Promise<KeptForms | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./kept-forms-worker.ts', import.meta.url), {
      type: 'module',
      name: 'history',
    });
    const end = (forms: KeptForms | null) => {
      worker.terminate();
      resolve(forms);
    };
    worker.onmessage = ({ data }: MessageEvent<KeptForms>) => end(data);
    worker.onerror = () => end(null);
    const { inputs, parameters } = built ?? {};
    const order: ToKeep = { ...rest, built: inputs && parameters ? { inputs, parameters } : null };
    worker.postMessage(order);
  });
}
