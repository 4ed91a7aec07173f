import RotateCcw from 'lucide-react/icons/rotate-ccw';
import X from 'lucide-react/icons/x';
import { type ChangeEvent, memo } from 'react';
import { mediaContent } from '../../core/template/parameter-catalogue.ts';
import { hiddenValue } from '../components/hidden-value.ts';
import { useDisplay } from '../state/display-provider.tsx';
import type { ParameterRow } from './parameter-rows.ts';
import '../components/field.css';
import '../components/xml-marks.css';
import './parameter-field.css';

interface ParameterFieldProps {
  readonly row: ParameterRow;
  /** Its colour; null where no template uses it. */
  readonly hue: number | null;
  /** In words, where its value comes from. */
  readonly origin: string;
  readonly onChange: (name: string, value: string) => void;
  readonly onReset: (name: string) => void;
}

/** Of a parameter of the person's own that is named as the media is (TPL-1). */
export const filesPlaceNote = 'It takes the file’s place: the media is not sent (TPL-1).';

/** The field of one parameter, in its colour, with where its value comes from. */
export const ParameterField = memo(function ParameterField(props: ParameterFieldProps) {
  const { row, hue, origin, onChange, onReset } = props;
  const { showSecrets } = useDisplay();
  const { name, value, isSet, isOwn, secret, description } = row;
  const id = `parameter-${name}`;
  // `to` and `description` have no other source: emptying them is resetting them.
  const canReset = isSet && name !== 'to' && name !== 'description';
  const takesFilesPlace = isSet && name === mediaContent;
  const field = {
    id,
    value,
    autoComplete: 'off',
    spellCheck: false,
    'data-param': hue === null ? undefined : name,
    'aria-describedby': takesFilesPlace ? `${id}-origin ${id}-note` : `${id}-origin`,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(name, event.target.value),
  };
  return (
    <div className="parameter">
      <label
        className="parameter-name code"
        htmlFor={id}
        data-hue={hue ?? undefined}
        data-param={hue === null ? undefined : name}
        data-tip={description ?? undefined}
      >
        {name}
      </label>
      <span className={isSet ? 'parameter-box' : 'parameter-box parameter-given'}>
        {secret && !showSecrets ? (
          <input {...field} {...hiddenValue} className="parameter-input" />
        ) : (
          // A value may hold line breaks: the field grows with its text, which lies unseen behind it.
          <span className="parameter-sheet" data-text={value}>
            <textarea {...field} className="parameter-input" rows={1} />
          </span>
        )}
        <span id={`${id}-origin`} className="parameter-origin">
          {origin}
        </span>
        {canReset && (
          <button
            type="button"
            className="button button-quiet button-small button-icon parameter-reset"
            aria-label={isOwn ? 'Remove' : 'Reset'}
            aria-describedby={id}
            data-tip={
              isOwn ? 'Remove this parameter of your own' : 'Take the value from its own source again'
            }
            onClick={() => onReset(name)}
          >
            {isOwn ? <X aria-hidden /> : <RotateCcw aria-hidden />}
          </button>
        )}
      </span>
      {takesFilesPlace && (
        <p id={`${id}-note`} className="parameter-note">
          {filesPlaceNote}
        </p>
      )}
    </div>
  );
});
