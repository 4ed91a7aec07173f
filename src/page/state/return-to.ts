import type { Editor } from './editor-provider.tsx';

/** Back to the text that the last step of the editor was made of; by undo, so that the step can be redone. */
export function returnTo(editor: Editor, text: string): void {
  if (editor.text() !== text) editor.undo();
  // The plain field before the editor has no history.
  if (editor.text() !== text) editor.replaceText(text);
}
