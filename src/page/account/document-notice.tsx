import { CloseButton } from '../components/close-button.tsx';
import { useDocument } from '../state/document-provider.tsx';

/** Why a file was not opened, or what was done with it. */
export function DocumentNotice() {
  const { notice, notify } = useDocument();
  return (
    <div aria-live="polite">
      {notice !== null && (
        <p className="flex items-start justify-between gap-2 border-b border-warn-line bg-warn-tint py-[7px] pr-2 pl-4 wrap-anywhere">
          <span>{notice}</span>
          <CloseButton label="Close this notice" onClick={() => notify(null)} />
        </p>
      )}
    </div>
  );
}
