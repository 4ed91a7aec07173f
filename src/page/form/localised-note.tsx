import { useEditor } from '../state/editor-provider.tsx';
import type { KeyState } from './account-form-model.ts';

interface LocalisedNoteProps {
  readonly state: KeyState & { readonly kind: 'localised' };
}

/** Several values for several languages are more than a field can show (ACC-3). */
export function LocalisedNote({ state }: LocalisedNoteProps) {
  const editor = useEditor();
  return (
    <div className="key-note">
      <p>
        It has {state.count} values for different languages, which the form leaves alone.{' '}
        <button type="button" className="link" onClick={() => editor.select(state.range)}>
          Edit them in the XML
        </button>
      </p>
      <p>In effect now: {state.text === '' ? 'none of them' : <code>{state.text}</code>}</p>
    </div>
  );
}
