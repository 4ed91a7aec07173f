import { memo, type ReactNode, useMemo } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { formatBytes, formatHex, plural } from '../components/format.ts';
import { MessageText } from '../components/visible-text.tsx';
import { type BodyItem, previewBody } from '../state/body-preview.ts';
import { useMedia } from '../state/media-provider.tsx';
import { ProvenanceRun } from './provenance-run.tsx';
import { bodyPlace } from './request-sources.ts';
import { runAttributes } from './run-keys.ts';
import { WireText } from './wire-text.tsx';

/** The body as on the wire, the media folded into one item. */
export const RequestBody = memo(function RequestBody({ plan }: { readonly plan: RequestPlan }) {
  const mediaHead = useMedia().source.head;
  const items = useMemo(() => previewBody(plan), [plan]);
  return (
    <WireText label="Request body">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item has no identity but its place
        <Item key={index} item={item} fileName={plan.fileName} mediaHead={mediaHead} />
      ))}
    </WireText>
  );
});

interface ItemProps {
  readonly item: BodyItem;
  readonly fileName: string;
  readonly mediaHead: Uint8Array;
}

function Item({ item, fileName, mediaHead }: ItemProps) {
  switch (item.kind) {
    case 'media':
      return (
        <span
          className="run my-0.5 inline-block rounded-md border border-dashed border-field-line bg-raised px-2.25 py-0.5 text-muted"
          {...runAttributes(bodyPlace(item.segment))}
          aria-description="the media"
        >
          {foldedMedia(fileName, item.size, mediaHead)}
        </span>
      );
    case 'rest':
      return <Cut>… {formatBytes(item.bytes)} more: see Bytes</Cut>;
    case 'text': {
      const { text, role, origin, hidden } = item;
      // The message's own line ends are shown as such; one inside a value is marked.
      const isFrame = role === 'delimiter' || role === 'part-header';
      return (
        <>
          {isFrame ? (
            <span className={role === 'delimiter' ? 'text-muted' : undefined}>
              <MessageText text={text} />
            </span>
          ) : (
            <ProvenanceRun text={text} origin={origin} place={bodyPlace(item.segment)} />
          )}
          {hidden > 0 && <Cut>… {plural(hidden, 'more character')}: see Bytes</Cut>}
        </>
      );
    }
  }
}

/** What is left out of the text; the byte view has it. */
function Cut({ children }: { readonly children: ReactNode }) {
  return <span className="rounded-sm bg-warn-tint px-1.25 text-warn">{children}</span>;
}

/** Bytes of the media that are shown in its folded item. */
const firstBytes = 8;

function foldedMedia(name: string, size: number, head: Uint8Array): string {
  const shown = head.subarray(0, Math.min(firstBytes, size));
  const more = size > shown.length ? ' …' : '';
  const bytes = shown.length > 0 ? `, ${formatHex(shown)}${more}` : '';
  // On one line, whatever line breaks the name has.
  return `${name.replaceAll(/[\r\n]+/g, ' ')} – ${formatBytes(size)}${bytes}`;
}
