import { useId } from 'react';
import type { KeyEntry } from '../../core/account/key-catalogue.ts';
import { useRequest } from '../state/request-provider.tsx';
import type { KeyState } from './account-form-model.ts';
import { useForm } from './form-context.ts';
import { KeyFrame } from './key-frame.tsx';
import { problemsOfKey } from './key-problems.ts';
import { LocalisedNote } from './localised-note.tsx';
import './method-key.css';

interface MethodKeyProps {
  readonly entry: KeyEntry;
  readonly state: KeyState;
}

/** POST, PUT, or absent; what else stands there is shown as it is (ACC-8). */
export function MethodKey({ entry, state }: MethodKeyProps) {
  const { name } = entry;
  const { edits } = useForm();
  const { built, problems } = useRequest();
  const aboutId = useId();
  const group = useId();
  const text = state.kind === 'absent' ? '' : state.text;
  // In any letter case; choosing what is chosen changes nothing.
  const chosen = text === '' ? '' : /^(post|put)$/i.test(text) ? text.toUpperCase() : text;
  const options = [
    { value: 'POST', title: 'POST' },
    { value: 'PUT', title: 'PUT' },
    { value: '', title: 'not set' },
  ];
  if (!options.some(({ value }) => value === chosen)) options.push({ value: chosen, title: chosen });
  const choose = (value: string) => (value === '' ? edits.remove(name) : edits.set(name, value));
  return (
    <KeyFrame entry={entry} aboutId={aboutId} problems={problemsOfKey(built, problems, name)}>
      {state.kind === 'localised' ? (
        <LocalisedNote state={state} />
      ) : (
        <div className="method" role="radiogroup" aria-label={name} aria-describedby={aboutId}>
          {options.map(({ value, title }) => (
            <label key={value} className="method-option">
              <input
                type="radio"
                className="method-radio"
                name={group}
                checked={value === chosen}
                onChange={() => choose(value)}
              />
              <span className={value === '' ? undefined : 'code'}>{title}</span>
            </label>
          ))}
        </div>
      )}
    </KeyFrame>
  );
}
