import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { type CardActions, CardProvider, type OpenCard } from './card-context.ts';

export const loadSpanCard = () => import('./span-card.tsx');
const SpanCard = lazy(() => loadSpanCard().then((module) => ({ default: module.SpanCard })));

/** One card at a time, over whatever view of the request is its child. */
export function SpanCards({ children }: { readonly children: ReactNode }) {
  const [card, setCard] = useState<OpenCard | null>(null);
  const latest = useRef(card);
  const { actions, ends } = useMemo(() => {
    const show = (next: OpenCard | null) => {
      latest.current = next;
      setCard(next);
    };
    const onLeave = () => {
      const before = latest.current?.before ?? latest.current?.anchor;
      show(null);
      if (before instanceof HTMLElement) before.focus();
    };
    const actions: CardActions = { show, current: () => latest.current };
    return { actions, ends: { onClose: () => show(null), onLeave } };
  }, []);
  return (
    <CardProvider value={actions}>
      {children}
      {/* It opens without taking the focus, and so is read out. */}
      <div aria-live="polite">
        {card && (
          <LoadErrorBoundary>
            <Suspense fallback={null}>
              <SpanCard card={card} {...ends} />
            </Suspense>
          </LoadErrorBoundary>
        )}
      </div>
    </CardProvider>
  );
}
