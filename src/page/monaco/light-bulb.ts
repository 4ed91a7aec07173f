/**
 * One light bulb, in the margin of the cursor's line, where something can be fixed there. Monaco's own
 * stands over the text of the line above, or in a margin that this editor does not have.
 */
import { monaco } from './monaco.ts';

const bulbClass = 'codicon-light-bulb';

export interface LightBulb extends monaco.IDisposable {
  /** After what can be fixed has changed. */
  readonly update: () => void;
}

export function createLightBulb(
  editor: monaco.editor.IStandaloneCodeEditor,
  canFix: (selection: monaco.Selection) => boolean,
): LightBulb {
  const bulb = editor.createDecorationsCollection();
  const update = () => {
    const selection = editor.hasTextFocus() ? editor.getSelection() : null;
    if (selection === null || !canFix(selection)) return bulb.clear();
    const { lineNumber } = selection.getPosition();
    bulb.set([
      {
        range: new monaco.Range(lineNumber, 1, lineNumber, 1),
        options: {
          linesDecorationsClassName: `codicon ${bulbClass}`,
          linesDecorationsTooltip: 'Show fixes (Ctrl .)',
        },
      },
    ]);
  };
  const listeners = [
    editor.onDidChangeCursorSelection(update),
    editor.onDidFocusEditorText(update),
    editor.onDidBlurEditorText(update),
    editor.onMouseDown(({ target }) => {
      if (target.element?.classList.contains(bulbClass) !== true) return;
      editor.focus();
      editor.trigger('light bulb', 'editor.action.quickFix', null);
    }),
  ];
  return {
    update,
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}
