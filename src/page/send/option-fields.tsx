import { type ReactNode, useId, useState } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import { isBoundary } from '../../core/request/boundary.ts';
import { Button } from '../components/button.tsx';
import { Field, Select } from '../components/field.tsx';
import { randomBoundary, useSession } from '../state/session-provider.tsx';

interface OptionPickersProps extends Pick<BuiltRequest, 'accounts'> {
  readonly locales: readonly string[];
}

/** Of a document with several accounts, or values of several locales: which. */
export function OptionPickers({ accounts, locales }: OptionPickersProps) {
  return (
    <>
      {accounts.length > 1 && <AccountPicker accounts={accounts} />}
      {locales.length > 0 && <LocalePicker locales={locales} />}
    </>
  );
}

/** Boundary and locale as text. */
export function OptionFields({ localeLabel }: { readonly localeLabel: string }) {
  const [locale, onLocale] = useLocale();
  const id = useId();
  return (
    <Options>
      <BoundaryOption />
      <Label htmlFor={id}>{localeLabel}</Label>
      <Field
        id={id}
        isCode
        value={locale}
        placeholder="none"
        onChange={(event) => onLocale(event.target.value.trim())}
      />
      <Note>Picks among values with lang="…" (ACC-3); is also %locale%.</Note>
    </Options>
  );
}

function useLocale(): readonly [string, (chosen: string) => void] {
  const { session, change } = useSession();
  return [session.locale, (chosen) => change({ type: 'locale', locale: chosen })];
}

function Options({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(5.25rem,34%)_minmax(0,1fr)] items-center gap-x-3 gap-y-0.75 py-1.5 text-small">
      {children}
    </div>
  );
}

function Label(props: { readonly htmlFor: string; readonly children: ReactNode }) {
  return (
    <label className="text-muted" htmlFor={props.htmlFor}>
      {props.children}
    </label>
  );
}

interface NoteProps {
  /** Of a note that changes: it is read aloud then. */
  readonly id?: string;
  readonly isRefusal?: boolean;
  readonly children: ReactNode;
}

function Note({ id, isRefusal = false, children }: NoteProps) {
  return (
    <span
      id={id}
      className={`col-start-2 mb-1 text-tiny wrap-anywhere ${isRefusal ? 'text-bad' : 'text-muted'}`}
      aria-live={id === undefined ? undefined : 'polite'}
    >
      {children}
    </span>
  );
}

/** An invalid boundary is refused: the request keeps the last good one (MP-9). */
function BoundaryOption() {
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
      <Label htmlFor={id}>Boundary</Label>
      <span className="flex gap-1.5">
        <Field
          id={id}
          isCode
          value={typed}
          aria-invalid={isRefused}
          aria-describedby={noteId}
          spellCheck={false}
          onChange={({ target }) => {
            setTyped(target.value);
            if (isBoundary(target.value)) setBoundary(target.value);
          }}
        />
        <Button size="small" onClick={() => setBoundary(randomBoundary())}>
          New random
        </Button>
      </span>
      <Note id={noteId} isRefusal={isRefused}>
        {isRefused ? refusal(typed, boundary) : 'The same in the preview and in what is sent (MP-9).'}
      </Note>
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
    <Options>
      <Label htmlFor={id}>Account</Label>
      <Select
        id={id}
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
      </Select>
    </Options>
  );
}

interface LocalePickerProps {
  /** Those for which the document has values of its own. */
  readonly locales: readonly string[];
}

function LocalePicker({ locales }: LocalePickerProps) {
  const [locale, onLocale] = useLocale();
  const id = useId();
  // Locales match in any letter case (ACC-3).
  const own = locales.find((candidate) => candidate.toLowerCase() === locale.toLowerCase());
  return (
    <Options>
      <Label htmlFor={id}>Locale</Label>
      <Select id={id} value={own ?? locale} onChange={(event) => onLocale(event.target.value)}>
        <option value="">none</option>
        {locales.map((candidate) => (
          <option key={candidate} value={candidate}>
            {candidate}
          </option>
        ))}
        {locale !== '' && own === undefined && (
          <option value={locale}>{locale} – no values of its own here</option>
        )}
      </Select>
    </Options>
  );
}
