import { Button } from '../components/button.tsx';
import { useIsMac } from '../components/is-mac.ts';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';

// Its keys are not shown where there is no keyboard, or no space for them.
const keys = 'px-0.75 text-tiny font-medium opacity-85 max-[70rem]:hidden [@media(hover:none)]:hidden';

/** `large`: for a thumb. */
export function SendButton({ size }: { readonly size?: 'large' }) {
  const isMac = useIsMac();
  const { request: plan } = useRequest().built;
  const { isSending, send, cancel } = useUploads();
  const { isReading } = useMedia();
  if (isSending)
    return (
      <Button size={size} onClick={cancel}>
        Cancel
      </Button>
    );
  return (
    <Button
      variant="primary"
      size={size}
      disabled={plan === null || isReading}
      aria-keyshortcuts={isMac ? 'Meta+Enter' : 'Control+Enter'}
      onClick={send}
    >
      Send test upload{' '}
      <kbd className={keys} aria-hidden>
        {isMac ? '⌘↵' : 'Ctrl ↵'}
      </kbd>
    </Button>
  );
}
