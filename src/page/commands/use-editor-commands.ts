/** What the editor itself can do, by its own ids: those that are of use in an Account XML. */
import { useEditor } from '../state/editor-provider.tsx';
import type { Command } from './command.ts';

type Action = readonly [id: string, title: string, keys?: string];

const actions: readonly Action[] = [
  ['editor.action.showHover', 'Explain what is at the cursor', 'Shift+F1'],
  ['editor.action.triggerSuggest', 'Suggest what goes here', 'Ctrl+Space'],
  ['editor.action.quickFix', 'Show the fixes at the cursor', 'Mod+.'],
  ['actions.find', 'Find', 'Mod+F'],
  ['editor.action.startFindReplaceAction', 'Find and replace'],
  ['editor.action.gotoLine', 'Go to a line…', 'Ctrl+G'],
  ['editor.action.commentLine', 'Comment lines out, or in again', 'Mod+/'],
  ['editor.action.moveLinesUpAction', 'Move lines up', 'Alt+ArrowUp'],
  ['editor.action.moveLinesDownAction', 'Move lines down', 'Alt+ArrowDown'],
  ['editor.action.copyLinesDownAction', 'Copy lines down', 'Shift+Alt+ArrowDown'],
  ['editor.action.deleteLines', 'Delete lines'],
  ['editor.action.selectHighlights', 'Select every occurrence'],
  ['editor.action.smartSelect.expand', 'Expand the selection', 'Shift+Alt+ArrowRight'],
  ['editor.action.fontZoomIn', 'Larger type in the editor'],
  ['editor.action.fontZoomOut', 'Smaller type in the editor'],
];

export function useEditorCommands(): readonly Command[] {
  const editor = useEditor();
  const isAvailable = document.querySelector('[data-phase="ready"]') !== null;
  return actions.map(([id, title, keys]) => ({
    id,
    title,
    group: 'Editor',
    ...(keys !== undefined && { keys: [keys] }),
    isAvailable,
    run: () => editor.run(id),
  }));
}
