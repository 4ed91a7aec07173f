import type { ChangeEvent } from 'react';

/** For a file chooser: hands over the file, and lets the same one, changed meanwhile, be chosen again. */
export function takeFile(onFile: (file: File) => void) {
  return ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) onFile(file);
    target.value = '';
  };
}
