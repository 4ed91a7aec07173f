import type { RequestPlan } from '../../core/request/plan.ts';
import { LinkButton } from '../components/link-button.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';

// As high as two lines, which a host's name may need.
const bar =
  'min-h-12 min-w-25 flex-1 content-center py-1.5 pr-1 text-small text-muted max-[25rem]:min-h-16.5 presenting:min-h-0';

/** Under the button: which server it sends to. How far an upload is stands where its verdict will. */
export function SendBar() {
  const { request: plan } = useRequest().built;
  const { revoke } = useUploads();
  // To a room the button beside it says so too.
  const isSaidTwice = plan !== null && isOfDemo(plan) && !revoke;
  return (
    <p className={isSaidTwice ? `${bar} presenting:sr-only` : bar}>
      {plan === null ? 'Nothing can be sent: see Request.' : `Sends to: ${targetOf(plan)}`}
      {plan !== null && revoke && (
        <span className="text-warn">
          {'. '}
          You accepted a certificate for it that is not trusted.{' '}
          <LinkButton onClick={revoke}>Trust it no more</LinkButton>
        </span>
      )}
    </p>
  );
}

function targetOf(plan: RequestPlan): string {
  return isOfDemo(plan) ? 'built-in demo server' : plan.host;
}

function isOfDemo(plan: RequestPlan): boolean {
  return new URL(plan.url).origin === window.location.origin;
}
