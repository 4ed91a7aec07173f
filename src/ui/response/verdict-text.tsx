import ExternalLink from 'lucide-react/icons/external-link';
import type { Verdict } from '../../core/response/verdict.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { VisibleText } from '../common/visible-text.tsx';

/** The verdict speaks for the app: what its user would see. */
export function VerdictText({ verdict }: { readonly verdict: Verdict }) {
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
      {success && mediaUrl !== undefined && (
        <>
          <p className="outcome-label">The app takes this as the address of the media:</p>
          <p className="outcome-url">
            <span className="code">
              <VisibleText text={mediaUrl} />
            </span>
            <CopyButton label="Copy media address" text={() => mediaUrl} />
            {isWebAddress(mediaUrl) && (
              <a
                className="button button-quiet button-small button-icon"
                href={mediaUrl}
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
          <p className="outcome-bubble">
            <VisibleText text={shown ?? ''} />
          </p>
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

/** Only such an address becomes a link: a server must not get a script of its own into the page. */
function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
