/** Looks after a file on disk while it is sent: where it shrinks, Firefox neither sends on nor gives up. */
import { type ChosenFile, edgeState } from './chosen-file.ts';

/** Milliseconds between two looks, each at the first and the last bytes. */
const every = 2000;

/** `onChange` is called once, when the file is not the chosen one any more. Gives what ends it. */
export function watchFile(
  chosen: ChosenFile | null,
  onChange: () => void,
  look: typeof edgeState = edgeState,
): () => void {
  // What is held in memory can't change.
  if (chosen?.kind !== 'by-reference') return () => {};
  let isOver = false;
  let timer: ReturnType<typeof setTimeout>;
  const lookLater = () => {
    timer = setTimeout(async () => {
      const state = await look(chosen);
      if (isOver) return;
      if (state === 'as-chosen') lookLater();
      else onChange();
    }, every);
  };
  lookLater();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
