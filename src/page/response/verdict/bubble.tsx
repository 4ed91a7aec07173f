import type { ReactNode } from 'react';

interface BubbleProps {
  readonly caption?: ReactNode;
  readonly isBad?: boolean;
  readonly children: ReactNode;
}

/** Of what fills a bubble. */
export const fill = 'size-full rounded-[11px] bg-raised object-cover';

// A message one has sent leans to the right, one that was received to the left.
const shape =
  'h-21 not-presenting:@min-[30rem]:h-30 rounded-[15px_15px_4px_15px] border border-bubble-line bg-bubble p-0.75 in-data-received:rounded-[15px_15px_15px_4px] presenting:aspect-16/10 presenting:h-auto presenting:max-h-[max(5rem,30dvh-5rem)]';

/** A message with a picture, small; as wide as its place while presenting. */
export function Bubble({ caption = null, isBad = false, children }: BubbleProps) {
  return (
    <figure className="order-first m-0 w-28 flex-none not-presenting:@min-[30rem]:w-40 presenting:w-full">
      <div className={shape}>
        <div className="grid size-full place-items-center overflow-hidden text-muted">{children}</div>
      </div>
      {caption !== null && (
        <figcaption className={`mt-1 text-tiny ${isBad ? 'text-warn' : 'text-muted'}`}>{caption}</figcaption>
      )}
    </figure>
  );
}
