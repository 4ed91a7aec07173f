import Download from 'lucide-react/icons/download';
import FolderOpen from 'lucide-react/icons/folder-open';
import { useId } from 'react';
import { Button } from '../components/button.tsx';
import { useIsMac } from '../components/is-mac.ts';
import { takeFile } from '../components/take-file.ts';
import { useDocument } from '../state/document-provider.tsx';
import { BarWord, barButtons } from './bar-word.tsx';

// On a narrow screen in a row of its own; a text without a file has none, for the page not to jump at the first key.
const fileName =
  'flex min-w-0 items-baseline gap-[5px] pl-1 text-small text-muted max-medium:order-1 max-medium:basis-full max-medium:pb-1.5 max-medium:pl-0';

/** The file of the Account XML: opened, named, saved. */
export function DocumentBar() {
  const { chooser, name, isUnsaved, open, choose, save } = useDocument();
  const id = useId();
  const isMac = useIsMac();
  const key = isMac ? 'Meta' : 'Control';
  const shown = isMac ? '⌘' : 'Ctrl ';
  return (
    <div
      className={`relative flex min-w-0 flex-initial items-center gap-1.5 max-medium:contents ${barButtons}`}
    >
      <label className="unseen" htmlFor={id}>
        Account XML file
      </label>
      <input
        ref={chooser}
        id={id}
        type="file"
        accept=".xml,text/xml,application/xml"
        className="unseen"
        tabIndex={-1}
        onChange={takeFile((file) => open(file))}
      />
      <Button
        aria-keyshortcuts={`${key}+O`}
        tip={`Open an Account XML from a file (${shown}O), or drop one on the page. It can be undone.`}
        onClick={choose}
      >
        <FolderOpen aria-hidden />
        <BarWord>Open…</BarWord>
      </Button>
      <Button
        aria-keyshortcuts={`${key}+S`}
        tip={`Save the Account XML to the browser’s downloads, to the byte (${shown}S)`}
        onClick={save}
      >
        <Download aria-hidden />
        <BarWord>Save</BarWord>
        {isUnsaved && (
          <span className="absolute -top-1.5 -right-[3px] text-[10px] text-warn medium:hidden">
            <NotSaved>Not saved</NotSaved>
          </span>
        )}
      </Button>
      {(name !== null || isUnsaved) && (
        <span className={name === null ? `${fileName} max-medium:hidden` : fileName}>
          {isUnsaved && (
            <span className="text-warn">
              <NotSaved>Not saved:</NotSaved>
            </span>
          )}{' '}
          <span className="truncate">{name ?? 'not saved to a file'}</span>
        </span>
      )}
    </div>
  );
}

/** A dot to see, words to hear. */
function NotSaved({ children }: { readonly children: string }) {
  return (
    <>
      <span aria-hidden>●</span>
      <span className="unseen">{children}</span>
    </>
  );
}
