import type { ReactNode } from 'react';
import { standingMeanings } from '../../core/rules/rule.ts';
import { keyLabels } from '../commands/key-label.ts';
import { Chip } from '../components/chip.tsx';
import { useIsMac } from '../components/is-mac.ts';
import { Kbd } from '../components/kbd.tsx';
import type { ReferenceEntry } from './reference-entries.ts';

interface EntryViewProps {
  readonly entry: ReferenceEntry;
  /** A link led to it. */
  readonly isMarked: boolean;
}

/** One entry: its name, what it is, how sure that is, and where to read on. */
export function EntryView({ entry, isMarked }: EntryViewProps) {
  const { id, name, title, paragraphs, standing, facts, example, keys, see } = entry;
  return (
    <article
      className="border-t border-line px-4 pt-2 pb-2.5 focus-visible:-outline-offset-2 aria-[current=true]:bg-accent-tint aria-[current=true]:shadow-[inset_3px_0_var(--color-accent)] forced:aria-[current=true]:border-l-4 forced:aria-[current=true]:border-l-[Highlight]"
      data-entry={id}
      aria-current={isMarked}
      aria-label={[name, title].filter(Boolean).join(', ')}
      tabIndex={-1}
    >
      <header className="flex items-baseline gap-2">
        <h4 className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          {name !== '' && <code className="font-semibold wrap-anywhere">{name}</code>}
          {title !== '' && <span className={name === '' ? undefined : 'font-semibold'}>{title}</span>}
        </h4>
        {standing && <Chip tip={standingMeanings[standing]}>{standing}</Chip>}
        {keys && <Keys keys={keys} />}
      </header>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="mt-1 max-w-[68ch] wrap-anywhere">
          {paragraph}
        </p>
      ))}
      <Facts facts={facts} example={example} />
      {see.length > 0 && (
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1.5 text-small text-muted">
          See{' '}
          {see.map((other) => (
            <Chip key={other} reference={other}>
              {other.slice(other.indexOf(' ') + 1)}
            </Chip>
          ))}
        </p>
      )}
    </article>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  const isMac = useIsMac();
  return keys.map((one, index) => (
    <span key={one} className="flex items-baseline gap-1 text-muted">
      {index > 0 && 'or '}
      {keyLabels(one, isMac).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  ));
}

interface FactsProps {
  readonly facts: ReferenceEntry['facts'];
  readonly example: string | undefined;
}

function Facts({ facts, example }: FactsProps) {
  if (facts.length === 0 && example === undefined) return null;
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-small [&>dt]:text-muted">
      {facts.map(([label, value]) => (
        <Fact key={value} label={label}>
          {value}
        </Fact>
      ))}
      {example !== undefined && (
        <Fact label="Example">
          <code className="wrap-anywhere whitespace-pre-wrap">{example}</code>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
