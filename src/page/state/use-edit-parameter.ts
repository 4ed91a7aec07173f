import { useCallback } from 'react';
import { flushSync } from 'react-dom';
import type { Range } from '../../core/source/diagnostics.ts';
import { useDisplay } from './display-provider.tsx';
import { useEditor } from './editor-provider.tsx';

export const parameterFieldId = (name: string) => `parameter-${name}`;

/** Goes to the field of a parameter beside the test upload; where there is none in view, to its place in the XML. */
export function useEditParameter(): (name: string, place: Range) => void {
  const editor = useEditor();
  const { showPane } = useDisplay();
  return useCallback(
    (name, place) => {
      // Its pane must be there to take the focus.
      flushSync(() => showPane('upload'));
      const field = document.getElementById(parameterFieldId(name));
      field?.focus();
      if (field === null || document.activeElement !== field) editor.select(place);
    },
    [editor, showPane],
  );
}
