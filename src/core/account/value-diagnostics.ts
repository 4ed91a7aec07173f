import type { Diagnostic } from '../source/diagnostics.ts';
import { doubleEscapes } from './double-escapes.ts';
import { invisibleIn } from './invisible-characters.ts';
import type { Account } from './read-account.ts';
import { serviceKeys } from './service-keys.ts';

/** What is odd about the characters of the service's keys, whatever they say (ACC-10, ACC-11). */
export function valueDiagnostics(account: Account, text: string): readonly Diagnostic[] {
  return serviceKeys.flatMap((key) => {
    const value = account.setValue(key);
    return value ? [...doubleEscapes(text, value), ...invisibleIn(text, value)] : [];
  });
}
