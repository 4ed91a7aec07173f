import { useId } from 'react';
import { Notice } from '../components/notice.tsx';
import { SectionTitle } from '../components/section.tsx';
import type { SecretItem } from './share-model.ts';

interface SecretsListProps {
  readonly secrets: readonly SecretItem[];
  /** Those that go all the same. */
  readonly kept: ReadonlySet<string>;
  readonly onKept: (kept: ReadonlySet<string>) => void;
}

/** What stays out, each with its reason and a choice. */
export function SecretsList({ secrets, kept, onKept }: SecretsListProps) {
  if (secrets.length === 0)
    return (
      <p className="text-small text-muted">
        Nothing looks like a password, key or token. That is judged by names and forms: a secret under another
        name would go.
      </p>
    );
  const toggle = (id: string, isKept: boolean) => {
    const next = new Set(kept);
    if (isKept) next.add(id);
    else next.delete(id);
    onKept(next);
  };
  return (
    <section className="grid gap-1.5" aria-label="What stays out">
      <SectionTitle>What stays out</SectionTitle>
      <p className="text-small text-muted">Tick what is to go all the same.</p>
      {kept.size > 0 && (
        <Notice tone="warn">
          {kept.size === 1 ? 'One secret goes' : `${kept.size} secrets go`} along: whoever has the link or the
          file can read {kept.size === 1 ? 'it' : 'them'}, and chat and mail keep a copy.
        </Notice>
      )}
      <ul className="grid gap-1">
        {secrets.map((secret) => (
          <Secret key={secret.id} secret={secret} isKept={kept.has(secret.id)} onKept={toggle} />
        ))}
      </ul>
    </section>
  );
}

interface SecretProps {
  readonly secret: SecretItem;
  readonly isKept: boolean;
  readonly onKept: (id: string, isKept: boolean) => void;
}

function Secret({ secret: { id, name, where, blank, why }, isKept, onKept }: SecretProps) {
  const aboutId = useId();
  return (
    <li className="rounded-md border border-solid border-line px-2.5 py-1.5">
      <label className="flex min-h-6 cursor-pointer items-start gap-2">
        <input
          type="checkbox"
          className="mt-1 flex-none"
          checked={isKept}
          aria-describedby={aboutId}
          onChange={({ currentTarget }) => onKept(id, currentTarget.checked)}
        />
        <span className="min-w-0 flex-1 wrap-anywhere">
          Include <span className="code">{name}</span>
          <span className="text-small text-muted"> · {where}</span>
        </span>
      </label>
      <p id={aboutId} className="pl-5.5 text-small wrap-anywhere text-muted">
        {why} {isKept ? 'It goes as it is.' : <>In its place: {blank}</>}
      </p>
    </li>
  );
}
