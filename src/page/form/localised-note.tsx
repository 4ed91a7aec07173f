import { LinkButton } from '../components/link-button.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import type { KeyState } from './account-form-model.ts';

interface LocalisedNoteProps {
  readonly state: KeyState & { readonly kind: 'localised' };
}

/** Several values for several languages are more than a field can show (ACC-3). */
export function LocalisedNote({ state }: LocalisedNoteProps) {
  const editor = useEditor();
  return (
    <div className="border-l-2 border-line-strong bg-raised px-2 py-1.5 text-small wrap-anywhere">
      <p>
        It has {state.count} values for different languages, which the form leaves alone.{' '}
        <LinkButton onClick={() => editor.select(state.range)}>Edit them in the XML</LinkButton>
      </p>
      <p>In effect now: {state.text === '' ? 'none of them' : <code>{state.text}</code>}</p>
    </div>
  );
}
