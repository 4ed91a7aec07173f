import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useId, useState } from 'react';
import type { KeyEntry } from '../../core/account/key-catalogue.ts';
import { holdsNoSecret } from '../../core/secrets/placeholders.ts';
import { Button } from '../components/button.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import type { KeyState } from './account-form-model.ts';
import { useForm } from './form-context.ts';
import { AddKey, RemoveKey } from './key-buttons.tsx';
import { KeyFrame } from './key-frame.tsx';
import { problemsOfKey } from './key-problems.ts';
import { LocalisedNote } from './localised-note.tsx';
import { TemplateField } from './template-field.tsx';

interface TextKeyProps {
  readonly entry: KeyEntry;
  readonly state: KeyState;
  /** A password: hidden on screen until it is shown. */
  readonly isSecret?: boolean;
  readonly isNumber?: boolean;
}

/** A key with one value. */
export function TextKey({ entry, state, isSecret, isNumber }: TextKeyProps) {
  const { name } = entry;
  const { edits } = useForm();
  const { built, problems } = useRequest();
  const { showSecrets, isPresenting } = useDisplay();
  const fieldId = useId();
  const aboutId = useId();
  const [isShown, setIsShown] = useState<boolean | null>(null);
  const hasSecret = isSecret === true && state.kind === 'text' && !holdsNoSecret(state.text);
  const isHidden = hasSecret && (isPresenting || !(isShown ?? showSecrets));
  const ofKey = problemsOfKey(built, problems, name);
  const add = () => {
    edits.set(name, entry.example);
    selectWhenThere(fieldId);
  };
  const action =
    state.kind === 'absent' ? (
      <AddKey name={name} onClick={add} />
    ) : (
      <>
        {hasSecret && !isPresenting && (
          <Button
            variant="quiet"
            size="small"
            aria-label={`Show ${name}`}
            aria-pressed={!isHidden}
            onClick={() => setIsShown(isHidden)}
          >
            {isHidden ? <EyeOff aria-hidden /> : <Eye aria-hidden />} Show
          </Button>
        )}
        <RemoveKey name={name} onClick={() => edits.remove(name)} />
      </>
    );
  return (
    <KeyFrame entry={entry} aboutId={aboutId} problems={ofKey} action={action}>
      {state.kind === 'localised' && <LocalisedNote state={state} />}
      {state.kind === 'text' && (
        <TemplateField
          id={fieldId}
          label={name}
          value={state.text}
          commit={(typed) => edits.set(name, typed, name)}
          {...(entry.isTemplate && { parameters: 'without-media' as const })}
          placeholder="Empty means not set"
          describedBy={aboutId}
          isHidden={isHidden}
          isNumber={isNumber === true}
        />
      )}
    </KeyFrame>
  );
}

/** The field of a key that was added a moment ago: its example is there to be typed over. */
function selectWhenThere(id: string): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  });
}
