import { type FormEvent, useCallback, useMemo, useState } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { formatBytes } from '../components/format.ts';
import { parseOffset } from '../components/hex-rows.ts';
import { useMedia } from '../state/media-provider.tsx';
import { HexView } from './hex-view.tsx';
import { mapRequest } from './request-map.ts';

/** The request to the byte: head, body and media with offsets. */
export function BytesView({ plan }: { readonly plan: RequestPlan }) {
  const { toShow } = useMedia();
  const map = useMemo(() => mapRequest(plan), [plan]);
  const [typed, setTyped] = useState('');
  const [jump, setJump] = useState<{ readonly offset: number } | null>(null);
  const readMedia = useCallback(
    async (start: number, end: number) => {
      const blob = await toShow();
      if (blob === null) throw new Error('There is no media.');
      return new Uint8Array(await blob.slice(start, end).arrayBuffer());
    },
    [toShow],
  );
  const offset = parseOffset(typed);
  const isWrong = typed !== '' && (offset === null || offset >= map.length);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (offset !== null && offset < map.length) setJump({ offset });
  };
  const mediaBytes = plan.body.reduce(
    (sum, segment) => sum + (segment.kind === 'media' ? segment.size : 0),
    0,
  );
  const mediaStart = map.segments.find((segment) => segment.bytes === null)?.start;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-b border-line px-4 py-2">
        <dl className="flex flex-wrap gap-x-3.5 gap-y-0.5 text-small tabular-nums">
          <Length of="Head" bytes={map.headLength} />
          <Length of="Body" bytes={plan.bodyLength} />
          <Length of="Media" bytes={mediaBytes} />
        </dl>
        <form className="flex gap-1" onSubmit={onSubmit}>
          <Button size="small" onClick={() => setJump({ offset: 0 })}>
            Head
          </Button>
          <Button size="small" onClick={() => setJump({ offset: map.headLength })}>
            Body
          </Button>
          {mediaStart !== undefined && (
            <Button size="small" onClick={() => setJump({ offset: mediaStart })}>
              Media
            </Button>
          )}
          <span className="w-30.5">
            <Field
              isCode
              aria-label="Offset, decimal or 0x…"
              aria-invalid={isWrong}
              placeholder="Offset or 0x…"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </span>
        </form>
      </div>
      <HexView map={map} readMedia={readMedia} jump={jump} />
    </div>
  );
}

function Length({ of, bytes }: { readonly of: string; readonly bytes: number }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted">{of}</dt>
      <dd>{formatBytes(bytes)}</dd>
    </div>
  );
}
