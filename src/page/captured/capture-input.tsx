import FolderOpen from 'lucide-react/icons/folder-open';
import { type ClipboardEvent, type ReactNode, useId, useRef } from 'react';
import type { CapturedEntry } from '../../capture/captured.ts';
import { Button } from '../components/button.tsx';
import { Select, TextArea } from '../components/field.tsx';
import { formatSize, plural } from '../components/format.ts';
import { Notice } from '../components/notice.tsx';
import { takeFile } from '../components/take-file.ts';
import { useFileDrop } from '../components/use-file-drop.ts';
import type { CaptureAnswer } from './capture-messages.ts';
import type { CaptureInput, CaptureResult } from './use-capture.ts';

/** Longer texts are kept as a file: a field that holds them would freeze the page. Characters. */
const longestPaste = 200_000;

interface CaptureInputViewProps {
  readonly input: CaptureInput;
  readonly result: CaptureResult;
  readonly children: ReactNode;
}

/** Paste, open or drop; beside it what comes of it. */
export function CaptureColumns({ input, result, children }: CaptureInputViewProps) {
  const { isOver, handlers } = useFileDrop(([file]) => file && input.setFile(file));
  const answer = result.outcome?.kind === 'read' ? result.outcome.answer : null;
  return (
    <div
      className={`grid min-h-0 flex-1 content-start gap-x-5 gap-y-3 overflow-auto px-4 py-3 wide:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] ${isOver ? 'bg-accent-tint' : ''}`}
      {...handlers}
    >
      <div className="flex min-w-0 flex-col gap-2">
        <SourceField input={input} />
        {answer && answer.count > 1 && <EntryPicker answer={answer} onPick={input.setEntry} />}
        <Reading result={result} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">{children}</div>
    </div>
  );
}

function SourceField({ input: { text, file, setText, setFile } }: { readonly input: CaptureInput }) {
  const chooser = useRef<HTMLInputElement>(null);
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= longestPaste) return;
    event.preventDefault();
    setFile(new File([pasted], 'Pasted text'));
  };
  return (
    <>
      {file === null ? (
        <TextArea
          isCode
          aria-label="Captured request"
          rows={12}
          spellCheck={false}
          autoComplete="off"
          placeholder={
            'curl -F file=@photo.jpg …\n\nPOST /upload HTTP/1.1\nHost: …\n\n{ "log": { "entries": …'
          }
          value={text}
          onPaste={onPaste}
          onChange={({ target }) => setText(target.value)}
        />
      ) : (
        <Notice
          actions={
            <Button size="small" onClick={() => setFile(null)}>
              Remove
            </Button>
          }
        >
          {file.name}, {formatSize(file.size)}
        </Notice>
      )}
      <p className="flex flex-wrap items-center gap-2 text-small text-muted">
        <Button size="small" onClick={() => chooser.current?.click()}>
          <FolderOpen aria-hidden />
          Open a file…
        </Button>
        or drop one here. Nothing is sent.
      </p>
      <input
        ref={chooser}
        type="file"
        className="sr-only"
        aria-label="Captured file"
        tabIndex={-1}
        onChange={takeFile(setFile)}
      />
    </>
  );
}

const mostOptions = 300;

interface EntryPickerProps {
  readonly answer: CaptureAnswer;
  readonly onPick: (entry: number) => void;
}

function EntryPicker({ answer: { entries, count, chosen }, onPick }: EntryPickerProps) {
  const id = useId();
  const numbered = entries.map((entry, index) => ({ entry, index }));
  const uploads = numbered.filter(({ entry }) => entry.isUpload);
  const listed = numbered.length <= mostOptions ? numbered : uploads.slice(0, mostOptions);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small font-medium">
        {plural(count, 'request')}, {plural(uploads.length, 'upload')}
      </label>
      <Select
        id={id}
        size="normal"
        value={chosen ?? ''}
        onChange={({ target }) => onPick(Number(target.value))}
      >
        {chosen === null && <option value="">Pick one</option>}
        {listed.map(({ entry, index }) => (
          <option key={index} value={index}>
            {titleOf(entry, index)}
          </option>
        ))}
      </Select>
    </div>
  );
}

function titleOf({ method, url, status, isUpload }: CapturedEntry, index: number): string {
  const shown = url.length > 90 ? `${url.slice(0, 90)}…` : url;
  return `${index + 1}. ${method} ${shown}${status === null ? '' : `, ${status}`}${isUpload ? ', upload' : ''}`;
}

/** What stands in the way, and what is worth knowing of the capture. */
function Reading({ result: { outcome, isReading } }: { readonly result: CaptureResult }) {
  if (outcome === null) return isReading ? <p className="text-small text-muted">Reading…</p> : null;
  switch (outcome.kind) {
    case 'unreadable':
      return <Notice tone="bad">The file can’t be read. Open it again.</Notice>;
    case 'gave-up':
      return <Notice tone="bad">Reading it took too long. Cut out the one request.</Notice>;
    case 'read':
      return <Faults answer={outcome.answer} />;
  }
}

const mostFaults = 30;

function Faults({ answer: { faults } }: { readonly answer: CaptureAnswer }) {
  if (faults.length === 0) return null;
  const isFaulty = faults.some(({ severity }) => severity === 'fault');
  return (
    <Notice tone={isFaulty ? 'warn' : 'plain'}>
      <ul aria-label="About the capture" className="flex flex-col gap-1 text-small">
        {faults.slice(0, mostFaults).map(({ text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fault is its place
          <li key={index}>{text}</li>
        ))}
        {faults.length > mostFaults && <li>… {faults.length - mostFaults} more</li>}
      </ul>
    </Notice>
  );
}
