import RotateCcw from 'lucide-react/icons/rotate-ccw';
import X from 'lucide-react/icons/x';
import { type ChangeEvent, memo } from 'react';
import { mediaContent } from '../../core/template/parameter-catalogue.ts';
import { hiddenValue } from '../components/hidden-value.ts';
import { IconButton } from '../components/icon-button.tsx';
import type { Hue } from '../components/parameter-marks.ts';
import { ReferenceName } from '../components/reference-name.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { parameterFieldId } from '../state/use-edit-parameter.ts';
import { inItsHue } from './hue.ts';
import { isAlways, type ParameterRow } from './parameter-rows.ts';

interface ParameterFieldProps {
  readonly row: ParameterRow;
  /** Its colour; null where no template uses it. */
  readonly hue: Hue | null;
  /** In words, where its value comes from. */
  readonly origin: string;
  readonly onChange: (name: string, value: string) => void;
  readonly onReset: (name: string) => void;
}

/** Of a custom parameter that is named as the media is (TPL-1). */
export const filesPlaceNote = 'It replaces the file, so the media won’t be sent (TPL-1).';

const box =
  'flex min-w-0 items-start rounded-md border border-field-line focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent hover:border-line-strong';
// However long a value, in a low window the verdict has its room.
const sheet = 'grid max-h-[clamp(2.875rem,9dvh,7.5rem)] min-w-0 flex-1 overflow-hidden';
// With something after a break at its end, without which the last line would have no height.
const textBehind =
  "after:invisible after:[grid-area:1/1] after:min-w-0 after:py-0.75 after:pr-1 after:pl-2 after:leading-4.75 after:wrap-anywhere after:whitespace-pre-wrap after:content-[attr(data-text)_'_'_/_'']";
const input =
  'max-h-[inherit] min-h-6.25 min-w-0 flex-1 resize-none border-0 bg-transparent py-0.75 pr-1 pl-2 leading-4.75 whitespace-pre-wrap outline-none [grid-area:1/1] wrap-anywhere';

/** The field of one parameter, in its colour, with where its value comes from. */
export const ParameterField = memo(function ParameterField(props: ParameterFieldProps) {
  const { row, hue, origin, onChange, onReset } = props;
  const { showSecrets } = useDisplay();
  const { name, value, isSet, isOwn, secret, description } = row;
  const id = parameterFieldId(name);
  // `to` and `description` have no other source: emptying them is resetting them.
  const canReset = isSet && !isAlways(name);
  const takesFilesPlace = isSet && name === mediaContent;
  const field = {
    id,
    value,
    autoComplete: 'off',
    spellCheck: false,
    'data-param': hue === null ? undefined : name,
    'data-about': `parameter ${name}`,
    'aria-label': name,
    'aria-describedby': takesFilesPlace ? `${id}-origin ${id}-note` : `${id}-origin`,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(name, event.target.value),
  };
  return (
    <div
      className={`col-span-full grid grid-cols-subgrid items-start py-0.5 ${isAlways(name) ? '' : 'presenting:hidden'}`}
      data-row=""
      data-need={isAlways(name) ? '' : undefined}
    >
      <span
        className={`code mt-1.25 max-w-full -translate-x-1 justify-self-start px-1 leading-4.5 wrap-anywhere @max-[19.375rem]:my-0.75 ${inItsHue}`}
        data-hue={hue ?? undefined}
        data-param={hue === null ? undefined : name}
      >
        <ReferenceName entry={`parameter ${name}`} tip={description ?? undefined}>
          {name}
        </ReferenceName>
      </span>
      <span className={`${box} ${isSet ? 'bg-field' : 'bg-raised'}`}>
        {secret && !showSecrets ? (
          <input {...field} {...hiddenValue} className={input} />
        ) : (
          // A value may hold line breaks: the field grows with its text, which lies unseen behind it.
          <span className={`${sheet} ${textBehind}`} data-text={value}>
            <textarea {...field} className={input} rows={1} />
          </span>
        )}
        <span
          id={`${id}-origin`}
          className={`max-w-[55%] flex-none presenting:sr-only truncate pr-2 text-tiny leading-6.25 text-muted ${
            row.source.kind === 'user' ? '@max-[24rem]:sr-only' : ''
          }`}
        >
          {origin}
        </span>
        {canReset && (
          <IconButton
            label={isOwn ? 'Remove' : 'Reset'}
            tip={isOwn ? 'Remove this custom parameter' : 'Take the value from its own source again'}
            aria-describedby={id}
            onClick={() => onReset(name)}
          >
            {isOwn ? <X aria-hidden /> : <RotateCcw aria-hidden />}
          </IconButton>
        )}
      </span>
      {takesFilesPlace && (
        <p id={`${id}-note`} className="col-[-2/-1] pt-0.5 pb-1 text-tiny text-warn">
          {filesPlaceNote}
        </p>
      )}
    </div>
  );
});
