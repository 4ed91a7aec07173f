import { type FormEvent, useCallback, useMemo, useState } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { formatBytes } from '../components/format.ts';
import { parseOffset } from '../components/hex-rows.ts';
import { useMedia } from '../state/media-provider.tsx';
import { HexView } from './hex-view.tsx';
import { mapRequest } from './request-map.ts';
import './bytes-view.css';

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
  const mediaStart = map.stretches.find((stretch) => stretch.bytes === null)?.start;

  return (
    <div className="bytes-view">
      <div className="bytes-facts">
        <dl className="bytes-lengths">
          <dt>Head</dt>
          <dd>{formatBytes(map.headLength)}</dd>
          <dt>Body</dt>
          <dd>{formatBytes(plan.bodyLength)}</dd>
          <dt>Media in it</dt>
          <dd>{formatBytes(mediaBytes)}</dd>
        </dl>
        <form className="bytes-jump" onSubmit={onSubmit}>
          <button type="button" className="button button-small" onClick={() => setJump({ offset: 0 })}>
            Head
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => setJump({ offset: map.headLength })}
          >
            Body
          </button>
          {mediaStart !== undefined && (
            <button
              type="button"
              className="button button-small"
              onClick={() => setJump({ offset: mediaStart })}
            >
              Media
            </button>
          )}
          <input
            className="field field-small code"
            aria-label="Offset, decimal or 0x…"
            aria-invalid={isWrong}
            placeholder="Offset or 0x…"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      </div>
      <HexView map={map} readMedia={readMedia} jump={jump} />
    </div>
  );
}
