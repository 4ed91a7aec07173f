/** What the editor offers beyond its own: the page's list of all commands, a key for hovers, ways into the Reference. */
import { monaco } from './monaco.ts';

export interface ActionEvents {
  /** All commands of the page, of which the editor's are a part. */
  readonly onCommands: () => void;
  /** `rule TPL-7`. */
  readonly onReference: (entry: string) => void;
}

const scheme = 'reference';

/** Of the Reference's entry, for a hover to lead there. */
export function referenceUri(entry: string): monaco.Uri {
  return monaco.Uri.from({ scheme, path: entry });
}

export function addEditorActions(
  editor: monaco.editor.IStandaloneCodeEditor,
  events: ActionEvents,
): readonly monaco.IDisposable[] {
  return [
    editor.addAction({
      id: 'playground.commands',
      label: 'All commands',
      contextMenuGroupId: 'z_commands',
      run: () => events.onCommands(),
    }),
    // The editor's own begins with Ctrl K, which is the page's.
    monaco.editor.addKeybindingRule({
      keybinding: monaco.KeyMod.Shift | monaco.KeyCode.F1,
      command: 'editor.action.showHover',
      when: 'editorTextFocus',
    }),
    monaco.editor.registerLinkOpener({
      open(uri) {
        if (uri.scheme !== scheme) return false;
        events.onReference(uri.path);
        return true;
      },
    }),
  ];
}
