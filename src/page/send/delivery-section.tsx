import { useId, useState } from 'react';
import { isBoundary } from '../../core/request/boundary.ts';
import './delivery-section.css';

interface DeliverySectionProps {
  readonly boundary: string;
  readonly onBoundary: (boundary: string) => void;
  readonly onNewBoundary: () => void;
  readonly locale: string;
  /** Those for which the document has values of its own. */
  readonly locales: readonly string[];
  readonly onLocale: (locale: string) => void;
  readonly account: number;
  readonly accounts: readonly { readonly title: string }[];
  readonly onAccount: (account: number) => void;
}

/** What else shapes the request: the account, the locale, the boundary. */
export function DeliverySection(props: DeliverySectionProps) {
  const { accounts, account, onAccount, locale, locales, onLocale } = props;
  const localeId = useId();
  return (
    <div className="delivery">
      {accounts.length > 1 && <AccountPicker accounts={accounts} account={account} onAccount={onAccount} />}
      {locales.length > 0 && <LocalePicker locales={locales} locale={locale} onLocale={onLocale} />}
      <details className="more">
        <summary>{locales.length > 0 ? 'Boundary and other locale' : 'Boundary and locale'}</summary>
        <div className="delivery-fields">
          <BoundaryField {...props} />
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

/** A boundary that is none is refused: the request keeps the last good one (MP-9). */
function BoundaryField({ boundary, onBoundary, onNewBoundary }: DeliverySectionProps) {
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
            if (isBoundary(target.value)) onBoundary(target.value);
          }}
        />
        <button type="button" className="button button-small" onClick={onNewBoundary}>
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

function AccountPicker(props: Pick<DeliverySectionProps, 'accounts' | 'account' | 'onAccount'>) {
  const { accounts, account, onAccount } = props;
  const id = useId();
  return (
    <div className="delivery-fields">
      <label htmlFor={id}>Account</label>
      <select
        id={id}
        className="field field-small"
        value={account}
        onChange={(event) => onAccount(Number(event.target.value))}
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

function LocalePicker(props: Pick<DeliverySectionProps, 'locales' | 'locale' | 'onLocale'>) {
  const { locales, locale, onLocale } = props;
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
