import { memo } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { formatBytes } from '../components/format.ts';
import { type PartShare, shareOfParts } from '../state/body-preview.ts';
import { useHues } from '../state/request-provider.tsx';

const part =
  'min-w-[5px] flex-[1_0_0] data-hue:bg-(--prov-bar) data-lit:brightness-125 forced:forced-color-adjust-none forced:data-lit:bg-[Highlight]';

// Its colours are what it says. In forced colours, one without a parameter's colour takes the system's.
const looks = {
  part: 'bg-[light-dark(#8a93a3,#677182)] forced:bg-[GrayText]',
  file: 'bg-[light-dark(#c3c9d3,#3d4553)] forced:border forced:border-[CanvasText] forced:bg-[Canvas]',
} as const;

/** More parts than these can't be distinguished in a bar. */
const limit = 60;

/** How the body's length is made up. A picture: the numbers are in the tips and in the text. */
export const BodyBar = memo(function BodyBar({ plan }: { readonly plan: RequestPlan }) {
  const hues = useHues();
  const shares = shareOfParts(plan).slice(0, limit);
  if (shares.length === 0) return null;
  return (
    <div className="mt-1 mb-2.5 flex h-1.5 gap-px overflow-hidden rounded-[3px]" aria-hidden>
      {shares.map((share, index) => {
        const { parameter } = share;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; names may come twice
            key={index}
            data-share={share.bytes}
            className={`${part} ${looks[share.isFile ? 'file' : 'part']}`}
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
