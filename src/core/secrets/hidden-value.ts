/** One value with a name, of a request or a reply that came from elsewhere: what is secret in it hidden. Pure. */
import { secretsOfHeader } from './header-secrets.ts';
import { literalSecrets } from './literal-secrets.ts';
import { isPlaceholder } from './placeholders.ts';
import { blankFor } from './secret-names.ts';

/**
 * By the name of the value, a header's or a field's, else by its form. `standIn` gets what the secret is called,
 * `API_KEY`; what stands for a secret already stays.
 */
export function hideSecrets(name: string, value: string, standIn: (blank: string) => string): string {
  const named = secretsOfHeader(name, value).map(({ name: of, ...range }) => ({
    range,
    blank: blankFor(of),
  }));
  // A boundary is as random as a key, and is none.
  const isOpen = named.length === 0 && /^content-type$/i.test(name);
  const places = named.length > 0 || isOpen ? named : literalSecrets(value, { isExpanded: true });
  let at = 0;
  const pieces: string[] = [];
  for (const { range, blank } of places) {
    const secret = value.slice(range.start, range.end);
    const isKept = secret === '' || isPlaceholder(secret, blank);
    pieces.push(value.slice(at, range.start), isKept ? secret : standIn(blank));
    at = range.end;
  }
  return pieces.join('') + value.slice(at);
}

/** Whether anything in it is secret. */
export function holdsSecret(name: string, value: string): boolean {
  let isFound = false;
  hideSecrets(name, value, (blank) => {
    isFound = true;
    return blank;
  });
  return isFound;
}
