import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { CloseButton } from '../components/close-button.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { goToTourStep, useTour } from '../state/tour.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import { placeOf, type TourPlace } from './tour-place.ts';
import { tourSteps } from './tour-steps.ts';

/** The offer, once and in nobody’s way; and the tour itself. Loaded after the editor. */
export function Tour() {
  const { isOffered, step } = useTour();
  if (step !== null) return <Step at={step} />;
  return isOffered && <Offer />;
}

/** On a phone a row of its own, until there is a verdict that needs the room. */
function Offer() {
  const { upload } = useUploads();
  return (
    <section
      className={`flex items-center gap-2 whitespace-nowrap max-medium:order-first max-medium:basis-full max-medium:pl-2 ${upload ? 'max-wide:hidden' : ''}`}
      aria-label="Tour"
    >
      New here?
      <span className="flex [&>button]:min-h-6">
        <LinkButton onClick={() => goToTourStep(0)}>Take the tour</LinkButton>
      </span>
      <CloseButton label="No tour" onClick={() => goToTourStep(null)} />
    </section>
  );
}

const margin = 12;

function Step({ at }: { readonly at: number }) {
  const step = tourSteps[at];
  const { showPane, closeReference, setPanel } = useDisplay();
  const box = useRef<HTMLElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const [before] = useState(document.activeElement);
  const [place, setPlace] = useState<TourPlace | null>(null);
  const titleId = useId();
  const textId = useId();
  const isLast = at === tourSteps.length - 1;
  const pane = step?.pane;

  useEffect(() => {
    if (pane) showPane(pane);
    setPanel(null);
    closeReference();
    if (!box.current?.contains(document.activeElement)) next.current?.focus({ preventScroll: true });
  }, [pane, showPane, setPanel, closeReference]);
  useLayoutEffect(() => {
    const settle = () => setPlace(step && box.current ? placeOf(step, box.current, margin) : null);
    settle();
    // The pane may have to be shown first.
    const frame = requestAnimationFrame(settle);
    window.addEventListener('resize', settle);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', settle);
    };
  }, [step]);

  const end = () => {
    goToTourStep(null);
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    else document.querySelector('main')?.focus();
  };
  const go = (to: number) => (to < tourSteps.length ? goToTourStep(Math.max(to, 0)) : end());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end();
    else if (event.key === 'ArrowRight' && !isLast) go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else return;
    event.preventDefault();
  };
  if (step === undefined) return null;
  return (
    <>
      <div
        className="pointer-events-none fixed z-40 rounded-md outline-3 -outline-offset-3 outline-accent forced:outline-[Highlight]"
        style={place?.ring}
        aria-hidden
      />
      <section
        ref={box}
        role="dialog"
        className="fixed z-50 w-[min(22rem,calc(100vw-24px))] rounded-lg border border-popup-line bg-pane px-4 pt-2 pb-3 text-base whitespace-normal text-text shadow-popup"
        style={place?.box ?? { opacity: 0 }}
        aria-labelledby={titleId}
        aria-describedby={textId}
        onKeyDown={onKeyDown}
      >
        {/* No <header>: in a dialog it would be the page's. */}
        <div className="flex items-center gap-2">
          <h2 id={titleId} className="flex-1 text-title font-semibold">
            {step.title}
          </h2>
          <span className="text-small text-muted tabular-nums">
            {at + 1} of {tourSteps.length}
          </span>
          <CloseButton label="End the tour" onClick={end} />
        </div>
        <p id={textId}>{step.text}</p>
        <div className="mt-2.5 flex justify-end gap-1.5">
          {at > 0 && (
            <Button size="small" variant="quiet" onClick={() => go(at - 1)}>
              Back
            </Button>
          )}
          <Button ref={next} size="small" variant="primary" onClick={() => go(at + 1)}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </div>
      </section>
    </>
  );
}
