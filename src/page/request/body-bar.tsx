import { memo } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { formatBytes } from '../components/format.ts';
import { type PartShare, shareOfParts } from '../state/body-preview.ts';
import { useHues } from '../state/request-provider.tsx';
import './body-bar.css';

/** More parts than these are no longer told apart in a bar. */
const limit = 60;

/** How the body's length is made up. A picture: the numbers are in the tips and in the text. */
export const BodyBar = memo(function BodyBar({ plan }: { readonly plan: RequestPlan }) {
  const hues = useHues();
  const shares = shareOfParts(plan).slice(0, limit);
  if (shares.length === 0) return null;
  return (
    <div className="body-bar" aria-hidden>
      {shares.map((share, index) => {
        const { parameter } = share;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; names may come twice
            key={index}
            className={share.isFile ? 'body-bar-part body-bar-file' : 'body-bar-part'}
            style={{ flexGrow: share.bytes }}
            data-hue={parameter === null ? undefined : hues.get(parameter)}
            data-param={parameter ?? undefined}
            data-tip={describe(share)}
          />
        );
      })}
    </div>
  );
});

function describe({ name, isFile, bytes }: PartShare): string {
  const what = isFile ? `the file, part “${name}”` : `part “${name}”`;
  return `${what}: ${formatBytes(bytes)} with its headers`;
}
