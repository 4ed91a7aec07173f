import ExternalLink from 'lucide-react/icons/external-link';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { IconLink } from '../../components/icon-button.tsx';
import type { Excerpt } from '../../exchange/excerpt.ts';
import type { Outcome } from '../../state/outcome/outcome-of.ts';
import { useRequest } from '../../state/request-provider.tsx';
import { isOwnMedia } from './own-media.ts';

interface OutcomeHeadProps {
  readonly outcome: Outcome;
  /** Of an earlier request; null where it is of the one on the screen. */
  readonly onSendAgain: (() => void) | null;
}

/** The line above a verdict: whose eyes it is seen with; of an earlier request, that it is that. */
export function OutcomeHead({ outcome, onSendAgain }: OutcomeHeadProps) {
  const { request: plan } = useRequest().built;
  if (outcome.kind === 'running') return null;
  const mediaUrl = outcome.kind === 'judged' ? outcome.verdict.mediaUrl : null;
  return (
    <div className={`flex items-center gap-1 text-small ${onSendAgain ? '' : 'presenting:hidden'}`}>
      {onSendAgain ? (
        <>
          <p className="flex-1 font-medium text-warn">Result of an earlier request.</p>
          <Button size="small" disabled={plan === null} onClick={onSendAgain}>
            Send again
          </Button>
        </>
      ) : (
        <>
          <p className="flex-1 text-muted">
            {outcome.kind === 'judged' ? 'What the app’s user sees' : 'No verdict'}
          </p>
          {mediaUrl && <MediaUrlTools url={mediaUrl} />}
        </>
      )}
    </div>
  );
}

/** To copy or open where all of it is known. */
function MediaUrlTools({ url: { text, hidden } }: { readonly url: Excerpt }) {
  if (hidden > 0) return null;
  return (
    <>
      <CopyButton label="Copy media address" text={() => text} />
      {isOwnMedia(text, window.location.origin) && (
        <IconLink label="Open media address in a new tab" tip="Open in a new tab" href={text}>
          <ExternalLink aria-hidden />
        </IconLink>
      )}
    </>
  );
}
