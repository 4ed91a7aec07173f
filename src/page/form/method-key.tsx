import { useId } from 'react';
import type { KeyEntry } from '../../core/account/key-catalogue.ts';
import { useRequest } from '../state/request-provider.tsx';
import type { KeyState } from './account-form-model.ts';
import { useForm } from './form-context.ts';
import { KeyFrame } from './key-frame.tsx';
import { problemsOfKey } from './key-problems.ts';
import { LocalisedNote } from './localised-note.tsx';

interface MethodKeyProps {
  readonly entry: KeyEntry;
  readonly state: KeyState;
}

const option =
  'relative min-h-6 min-w-0 cursor-pointer rounded-[5px] border border-transparent px-3 py-px font-medium wrap-anywhere text-muted hover:text-text has-checked:border-popup-line has-checked:bg-tab has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent forced:border-[ButtonBorder] forced:has-checked:border-[Highlight] forced:has-checked:bg-[Highlight] forced:has-checked:text-[HighlightText] forced:has-checked:forced-color-adjust-none forced:has-focus-visible:outline-offset-2 forced:has-focus-visible:outline-[CanvasText]';

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
        <div
          className="inline-flex max-w-full flex-wrap gap-0.5 rounded-[7px] bg-well p-0.5"
          role="radiogroup"
          aria-label={name}
          aria-describedby={aboutId}
        >
          {options.map(({ value, title }) => (
            <label key={value} className={option}>
              {/* As large as its option, so that it is what is pressed. */}
              <input
                type="radio"
                className="absolute inset-0 m-0 cursor-[inherit] opacity-0"
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
