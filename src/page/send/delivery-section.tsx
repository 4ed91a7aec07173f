import { useId, useMemo, useState } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import { isBoundary } from '../../core/request/boundary.ts';
import { useRequest } from '../state/request-provider.tsx';
import { randomBoundary, useSession } from '../state/session-provider.tsx';
import { documentLocales } from './document-locales.ts';
import './delivery-section.css';

/** What else shapes the request: the account, the locale, the boundary. */
export function DeliverySection() {
  const { session, change } = useSession();
  const { accounts, document } = useRequest().built;
  const { locale } = session;
  const account = document.account?.element ?? null;
  const locales = useMemo(() => documentLocales(account), [account]);
  const onLocale = (chosen: string) => change({ type: 'locale', locale: chosen });
  const localeId = useId();
  return (
    <div className="delivery">
      {accounts.length > 1 && <AccountPicker accounts={accounts} />}
      {locales.length > 0 && <LocalePicker locales={locales} locale={locale} onLocale={onLocale} />}
      <details className="more">
        <summary>{locales.length > 0 ? 'Boundary and other locale' : 'Boundary and locale'}</summary>
        <div className="delivery-fields">
          <BoundaryField />
          <label htmlFor={localeId}>{locales.length > 0 ? 'Other locale' : 'Locale'}</label>
          <input
            id={localeId}
            className="field field-small code"
            value={locale}
            placeholder="none"
            onChange={(event) => onLocale(event.target.value.trim())}
          />
          <span className="delivery-note">Picks among values with lang="…" (ACC-3); is also %locale%.</span>
        </div>
      </details>
    </div>
  );
}

/** An invalid boundary is refused: the request keeps the last good one (MP-9). */
function BoundaryField() {
  const { session, change } = useSession();
  const { boundary } = session;
  const setBoundary = (next: string) => change({ type: 'boundary', boundary: next });
  const [typed, setTyped] = useState(boundary);
  const [seen, setSeen] = useState(boundary);
  if (boundary !== seen) {
    setSeen(boundary);
    setTyped(boundary);
  }
  const id = useId();
  const noteId = useId();
  const isRefused = !isBoundary(typed);
  return (
    <>
      <label htmlFor={id}>Boundary</label>
      <span className="delivery-boundary">
        <input
          id={id}
          className="field field-small code"
          value={typed}
          aria-invalid={isRefused}
          aria-describedby={noteId}
          spellCheck={false}
          onChange={({ target }) => {
            setTyped(target.value);
            if (isBoundary(target.value)) setBoundary(target.value);
          }}
        />
        <button type="button" className="button button-small" onClick={() => setBoundary(randomBoundary())}>
          New random
        </button>
      </span>
      <span
        id={noteId}
        className={isRefused ? 'delivery-note delivery-refused' : 'delivery-note'}
        aria-live="polite"
      >
        {isRefused ? refusal(typed, boundary) : 'The same in the preview and in what is sent (MP-9).'}
      </span>
    </>
  );
}

function refusal(typed: string, kept: string): string {
  const why =
    typed === ''
      ? 'It can’t be empty'
      : typed.length > 70
        ? `It has ${typed.length} characters, and 70 are allowed`
        : typed.endsWith(' ')
          ? 'It can’t end in a space'
          : "Only letters, digits, spaces and ' ( ) + _ , - . / : = ? are allowed";
  return `${why} (MP-9). Until then it stays ${kept}`;
}

function AccountPicker({ accounts }: Pick<BuiltRequest, 'accounts'>) {
  const { session, change } = useSession();
  const { account } = session;
  const id = useId();
  return (
    <div className="delivery-fields">
      <label htmlFor={id}>Account</label>
      <select
        id={id}
        className="field field-small"
        value={account}
        onChange={(event) => change({ type: 'account', account: Number(event.target.value) })}
      >
        {accounts.map(({ title }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an account is its number; titles may come twice
          <option key={index} value={index + 1}>
            {`${index + 1}${title ? ` – ${title}` : ''}`}
          </option>
        ))}
        {account > accounts.length && <option value={account}>{account} – not in this document</option>}
      </select>
    </div>
  );
}

interface LocalePickerProps {
  /** Those for which the document has values of its own. */
  readonly locales: readonly string[];
  readonly locale: string;
  readonly onLocale: (locale: string) => void;
}

function LocalePicker({ locales, locale, onLocale }: LocalePickerProps) {
  const id = useId();
  // Locales match in any letter case (ACC-3).
  const own = locales.find((candidate) => candidate.toLowerCase() === locale.toLowerCase());
  return (
    <div className="delivery-fields">
      <label htmlFor={id}>Locale</label>
      <select
        id={id}
        className="field field-small"
        value={own ?? locale}
        onChange={(event) => onLocale(event.target.value)}
      >
        <option value="">none</option>
        {locales.map((candidate) => (
          <option key={candidate} value={candidate}>
            {candidate}
          </option>
        ))}
        {locale !== '' && own === undefined && (
          <option value={locale}>{locale} – no values of its own here</option>
        )}
      </select>
    </div>
  );
}
