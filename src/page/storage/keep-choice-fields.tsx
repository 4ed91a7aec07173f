import { type ReactNode, useId } from 'react';
import type { KeepChoice } from './keep-choice.ts';

interface KeepChoiceFieldsProps {
  readonly choice: KeepChoice;
  readonly onChoose: (choice: KeepChoice) => void;
  /** `Keep drafts`, and what that means. */
  readonly keep: { readonly label: string; readonly detail: string };
  readonly keepPasswords: { readonly label: string; readonly detail: string };
}

/** Whether something is kept, and with passwords. */
export function KeepChoiceFields({ choice, onChoose, keep, keepPasswords }: KeepChoiceFieldsProps) {
  return (
    <>
      <Check
        isOn={choice !== 'off'}
        onChange={(isOn) => onChoose(isOn ? 'without passwords' : 'off')}
        detail={keep.detail}
      >
        {keep.label}
      </Check>
      <Check
        isOn={choice === 'with passwords'}
        isDisabled={choice === 'off'}
        onChange={(isOn) => onChoose(isOn ? 'with passwords' : 'without passwords')}
        detail={keepPasswords.detail}
      >
        {keepPasswords.label}
      </Check>
    </>
  );
}

interface CheckProps {
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly detail: string;
  readonly children: ReactNode;
}

function Check({ isOn, isDisabled = false, onChange, detail, children }: CheckProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <input
        id={id}
        type="checkbox"
        className="mt-1 size-4 accent-accent"
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={`${id}-detail`}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label className={`min-h-6 font-medium ${isDisabled ? 'text-muted' : ''}`} htmlFor={id}>
        {children}
      </label>
      <span id={`${id}-detail`} className="col-start-2 text-small text-muted">
        {detail}
      </span>
    </div>
  );
}
