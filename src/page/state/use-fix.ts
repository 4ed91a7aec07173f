import { useCallback } from 'react';
import type { Fix } from '../../core/source/diagnostics.ts';
import { useEditor } from './editor-provider.tsx';
import { useRequest } from './request-provider.tsx';

/** Makes a fix of the request's document; nothing where the text has moved on, as the list will in a moment. */
export function useFix(): (fix: Fix) => void {
  const editor = useEditor();
  const { xml } = useRequest().inputs;
  return useCallback(
    (fix) => {
      if (editor.text() === xml) editor.apply(fix.edits);
    },
    [editor, xml],
  );
}
