import ExternalLink from 'lucide-react/icons/external-link';
import { CopyButton } from '../components/copy-button.tsx';
import type { ShownVerdict } from '../exchange/reply-reading.ts';
import { isWebAddress } from '../exchange/web-address.ts';
import { ExcerptOfField } from './excerpt-text.tsx';

/** The verdict speaks for the app: what its user would see. */
export function VerdictText({ verdict }: { readonly verdict: ShownVerdict }) {
  const { success, mediaUrl, shown, generic, isPartial } = verdict;
  return (
    <>
      <p className="outcome-title">{success ? 'Upload succeeded' : 'Upload failed'}</p>
      {isPartial && (
        <p className="outcome-label">
          As far as the reply was kept: it is longer than the playground reads, and with the rest the app may
          decide otherwise.
        </p>
      )}
      {success && mediaUrl !== null && (
        <>
          <p className="outcome-label">The app takes this as the address of the media:</p>
          <p className="outcome-url">
            <span className="code">
              <ExcerptOfField field={mediaUrl} />
            </span>
            {mediaUrl.hidden === 0 && <CopyButton label="Copy media address" text={() => mediaUrl.text} />}
            {mediaUrl.hidden === 0 && isWebAddress(mediaUrl.text) && (
              <a
                className="button button-quiet button-small button-icon"
                href={mediaUrl.text}
                target="_blank"
                rel="noreferrer noopener"
                aria-label="Open media address in a new tab"
                data-tip="Open in a new tab"
              >
                <ExternalLink aria-hidden />
              </a>
            )}
          </p>
        </>
      )}
      {!success && (
        <>
          <p className="outcome-label">The app shows its user:</p>
          <p className="outcome-bubble">{shown && <ExcerptOfField field={shown} />}</p>
          {generic && (
            <p className="outcome-label">
              That is the app’s general text. Its real wording is not public: these words are ours.
            </p>
          )}
        </>
      )}
    </>
  );
}
