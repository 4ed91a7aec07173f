import ExternalLink from 'lucide-react/icons/external-link';
import { CopyButton } from '../components/copy-button.tsx';
import { IconLink } from '../components/icon-button.tsx';
import type { Excerpt } from '../exchange/excerpt.ts';
import { ExcerptOfField } from '../exchange/excerpt-text.tsx';
import type { ShownVerdict } from '../exchange/reply-reading.ts';
import { isWebAddress } from '../exchange/web-address.ts';
import { OutcomeLabel, OutcomeTitle } from './outcome-text.tsx';

/** The verdict speaks for the app: what its user would see. */
export function VerdictText({ verdict }: { readonly verdict: ShownVerdict }) {
  const { success, mediaUrl, shown, generic, isPartial } = verdict;
  return (
    <>
      <OutcomeTitle tone={success ? 'good' : 'bad'}>
        {success ? 'Upload succeeded' : 'Upload failed'}
      </OutcomeTitle>
      {isPartial && (
        <OutcomeLabel>
          Judged by the part of the reply that was kept: it is longer than the playground reads, and with the
          rest the app may decide otherwise.
        </OutcomeLabel>
      )}
      {success && mediaUrl !== null && (
        <>
          <OutcomeLabel>The app will use this media URL:</OutcomeLabel>
          <MediaUrl url={mediaUrl} />
        </>
      )}
      {!success && (
        <>
          <OutcomeLabel>The user sees:</OutcomeLabel>
          <p className="mt-1.25 mb-0.5 w-fit max-w-full rounded-[15px_15px_15px_4px] border border-solid border-bubble-line bg-bubble px-3.5 py-2 whitespace-pre-wrap wrap-anywhere">
            {shown && <ExcerptOfField field={shown} />}
          </p>
          {generic && (
            <OutcomeLabel>
              Placeholder for the app’s generic error; its exact wording isn’t public.
            </OutcomeLabel>
          )}
        </>
      )}
    </>
  );
}

/** To copy or open where all of it is known. */
function MediaUrl({ url }: { readonly url: Excerpt }) {
  return (
    <p className="flex items-start gap-1 wrap-anywhere">
      <span className="code min-w-0 flex-1">
        <ExcerptOfField field={url} />
      </span>
      {url.hidden === 0 && <CopyButton label="Copy media address" text={() => url.text} />}
      {url.hidden === 0 && isWebAddress(url.text) && (
        <IconLink label="Open media address in a new tab" tip="Open in a new tab" href={url.text}>
          <ExternalLink aria-hidden />
        </IconLink>
      )}
    </p>
  );
}
