import type { Meter } from './share-model.ts';

const tones = { good: 'bg-good', warn: 'bg-warn', bad: 'bg-bad' } satisfies Record<Meter['tone'], string>;
const signs = { good: '✓', warn: '!', bad: '✗' } satisfies Record<Meter['tone'], string>;
const words = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' } satisfies Record<
  Meter['tone'],
  string
>;

/** How long a link is, in words, and as a bar that ends where chat programs cut. */
export function LengthMeter({ meter: { text, tone, share } }: { readonly meter: Meter }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small">
      <div
        className="h-1.5 w-28 flex-none overflow-hidden rounded-sm bg-line forced:border forced:border-solid"
        aria-hidden
      >
        <div
          className={`h-full forced:bg-[CanvasText] forced:forced-color-adjust-none ${tones[tone]}`}
          style={{ width: `${Math.max(3, share * 100)}%` }}
        />
      </div>
      <p className="tabular-nums" aria-live="polite">
        <span className={`font-semibold ${words[tone]}`} aria-hidden>
          {signs[tone]}
        </span>{' '}
        {text}
      </p>
    </div>
  );
}
