import { useId } from 'react';
import { takeFile } from '../components/take-file.ts';
import { useDocument } from '../state/document-provider.tsx';

// On a narrow screen in a row of its own; a text without a file has none, for the page not to jump at the first key.
const fileName =
  'flex min-w-0 flex-[1_1_3rem] items-baseline gap-1.5 pl-1 text-small text-muted presenting:hidden medium:max-w-max max-medium:order-1 max-medium:basis-full max-medium:pb-1.5 max-medium:pl-0';

/** The file of the Account XML: chosen, and named. */
export function DocumentBar() {
  const { chooser, name, isUnsaved, open } = useDocument();
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        Account XML file
      </label>
      <input
        ref={chooser}
        id={id}
        type="file"
        accept=".xml,text/xml,application/xml,.json,application/json"
        className="unseen"
        tabIndex={-1}
        onChange={takeFile((file) => open(file))}
      />
      {(name !== null || isUnsaved) && (
        <span className={name === null ? `${fileName} max-medium:hidden` : fileName}>
          {isUnsaved && (
            <span className="text-warn">
              <span aria-hidden>●</span>
              <span className="unseen">Not saved:</span>
            </span>
          )}{' '}
          <span className={name === null ? 'truncate max-[48rem]:sr-only' : 'truncate'}>
            {name ?? 'not saved to a file'}
          </span>
        </span>
      )}
    </>
  );
}
