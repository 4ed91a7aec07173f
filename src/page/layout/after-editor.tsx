import { type ReactNode, useEffect, useState } from 'react';
import { Later } from '../components/later.tsx';
import { editorSettled } from '../state/editor-settled.ts';

/** A part that no first frame shows: the editor is needed first. */
export function AfterEditor({ children }: { readonly children: ReactNode }) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => void editorSettled.then(() => setIsDue(true)), []);
  return isDue ? <Later>{children}</Later> : null;
}
