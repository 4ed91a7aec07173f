/** The names that conditions and actions of number rewriting have (REW-2, REW-3). */
import { distance } from 'fastest-levenshtein';

export const conditionNames: readonly string[] = [
  'startsWith',
  'doesntStartWith',
  'equals',
  'contains',
  'lengthEquals',
  'shorterThan',
  'longerThan',
  'numeric',
];

/** Known to the app, but about a network that is unknown here (REW-2). */
export const networkConditionNames: readonly string[] = ['ssid', 'networkType'];

/** In the order of the assumption that they are done by type (REW-3). */
export const addressActionNames = ['replace', 'prepend', 'append', 'continue'] as const;

export type AddressActionName = (typeof addressActionNames)[number];

/** Names by the app's public headers: what they do is about calls, the address stays as it is. */
export const callActionNames: readonly string[] = [
  'callThrough',
  'dialOut',
  'recordCall',
  'overrideDialAction',
  'setHeader',
  'rejectCall',
  'forwardCall',
  'answerImmediately',
  'overrideLocationPolicy',
  'showAlert',
];

export function isAddressAction(name: string): name is AddressActionName {
  return addressActionNames.some((known) => known === name);
}

/** The one nearest to an unknown name, within two edits, letter case aside. */
export function nearName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.trim().toLowerCase();
  let best: { name: string; edits: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > 2) continue;
    const edits = distance(candidate.toLowerCase(), wanted);
    // Of a short name hardly a letter may differ: `sid` is near `ssid`, `id` is not.
    if (edits <= Math.min(2, candidate.length / 3) && edits < (best?.edits ?? 3))
      best = { name: candidate, edits };
  }
  return best?.name;
}
