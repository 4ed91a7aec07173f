import Download from 'lucide-react/icons/download';
import FolderOpen from 'lucide-react/icons/folder-open';
import { useId } from 'react';
import { isMac } from '../components/is-mac.ts';
import { takeFile } from '../components/take-file.ts';
import { useDocument } from '../state/document-provider.tsx';
import './document-bar.css';

const key = isMac ? 'Meta' : 'Control';
const shown = isMac ? '⌘' : 'Ctrl ';

/** The file of the Account XML: opened, named, saved. */
export function DocumentBar() {
  const { chooser, name, isUnsaved, open, choose, save } = useDocument();
  const id = useId();
  return (
    <div className="document-bar">
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
      <button
        type="button"
        className="button"
        aria-keyshortcuts={`${key}+O`}
        data-tip={`Open an Account XML from a file (${shown}O), or drop one on the page. It can be undone.`}
        onClick={choose}
      >
        <FolderOpen aria-hidden />
        <span className="top-wide">Open…</span>
      </button>
      <button
        type="button"
        className={isUnsaved ? 'button document-save-due' : 'button'}
        aria-keyshortcuts={`${key}+S`}
        data-tip={`Save the Account XML to the browser’s downloads, to the byte (${shown}S)`}
        onClick={save}
      >
        <Download aria-hidden />
        <span className="top-wide">Save</span>
      </button>
      {(name !== null || isUnsaved) && (
        <span className={name === null ? 'document-name document-unnamed' : 'document-name'}>
          {isUnsaved && (
            <span className="document-unsaved">
              <span aria-hidden>●</span>
              <span className="unseen">Not saved:</span>
            </span>
          )}{' '}
          <span className="document-file">{name ?? 'not saved to a file'}</span>
        </span>
      )}
    </div>
  );
}
