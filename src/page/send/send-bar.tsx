import type { RequestPlan } from '../../core/request/plan.ts';
import { LinkButton } from '../components/link-button.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';

// As high as two lines, which a host's name may need.
const bar =
  'min-h-12 min-w-29 flex-1 content-center py-1.5 pr-2.5 pl-4 text-small text-muted max-[25rem]:min-h-16.5';

/** Under the button: which server it sends to. How far an upload is stands where its verdict will. */
export function SendBar() {
  const { request: plan } = useRequest().built;
  const { revoke } = useUploads();
  return (
    <p className={bar}>
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
  const isDemo = new URL(plan.url).origin === window.location.origin;
  return isDemo ? 'built-in demo server' : plan.host;
}
