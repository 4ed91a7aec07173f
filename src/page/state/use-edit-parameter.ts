import { useCallback } from 'react';
import type { Range } from '../../core/source/diagnostics.ts';
import { useEditor } from './editor-provider.tsx';

export const parameterFieldId = (name: string) => `parameter-${name}`;

/** Goes to the field of a parameter beside the test upload; where there is none in view, to its place in the XML. */
export function useEditParameter(): (name: string, place: Range) => void {
  const editor = useEditor();
  return useCallback(
    (name, place) => {
      const field = document.getElementById(parameterFieldId(name));
      field?.focus();
      if (field === null || document.activeElement !== field) editor.select(place);
    },
    [editor],
  );
}
