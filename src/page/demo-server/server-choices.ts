/** Where the Account XML leads, where else it can lead, and how. */
import { readAccount } from '../../core/account/read-account.ts';
import { urlKey } from '../../core/account/service-keys.ts';
import { tryParseUrl } from '../../core/try-parse-url.ts';
import { isDemoScenario } from '../../demo/scenarios.ts';
import type { FilterListGroup, FilterListItem } from '../components/popup/filter-list.tsx';
import type { OwnServer } from '../state/own-server.ts';
import { behaviourOf } from './behaviour.ts';
import { demoChoices, normalChoice } from './demo-choices.ts';
import { giveBack, isLedAway, type Place, type Pointing, pointAt } from './point-account.ts';

/** Not names of scenarios. */
export const normal = 'normal';
export const own = 'own';

export interface Leading {
  readonly text: string;
  readonly place: Place;
  /** What was put aside when it was led to the demo server. */
  readonly aside: OwnServer | null;
  /** Of the page. */
  readonly origin: string;
}

/** The choice in effect; empty where it is none of them. */
export function currentChoice({ text, place, aside, origin }: Leading): string {
  const behaviour = behaviourOf(urlIn(text, place), origin);
  if (behaviour.kind === 'normal') return normal;
  if (behaviour.kind === 'scenario' && isDemoScenario(behaviour.name)) return behaviour.name;
  return isLedAway(text, place, aside, origin) ? '' : own;
}

export function choiceGroups(leading: Leading): readonly FilterListGroup[] {
  const { name, title, does } = normalChoice(leading.origin);
  const mine = ownItem(leading);
  const first = { title: '', items: [{ id: name, title, detail: does }, ...(mine ? [mine] : [])] };
  const groups = demoChoices(leading.origin).map((group) => ({
    title: group.title,
    items: group.choices.map((choice) => ({ id: choice.name, title: choice.title, detail: choice.does })),
  }));
  return [first, ...groups];
}

/** The person's own URL, where that is not the demo server as it should be, or one of its scenarios. */
function ownItem(leading: Leading): FilterListItem | null {
  const { text, place, aside, origin } = leading;
  const url = ownUrl(leading);
  const behaviour = behaviourOf(url, origin);
  const isHere = !isLedAway(text, place, aside, origin);
  if (behaviour.kind === 'normal' || (isHere && currentChoice(leading) !== own)) return null;
  return { id: own, title: 'Your own URL', detail: addressOf(url) };
}

/** Without its query and its login: whoever sees the screen need not read those. */
function addressOf(url: string): string {
  const parsed = tryParseUrl(url);
  if (url === '') return 'No URL, as before.';
  return parsed === null
    ? 'As it was.'
    : `${parsed.origin === 'null' ? parsed.protocol : parsed.origin}${parsed.pathname}`;
}

/** Round and round; the person's own server is not among them. */
export function nextChoice(current: string): string {
  const names = [normal, ...demoChoices('').flatMap(({ choices }) => choices.map(({ name }) => name))];
  const at = Math.max(0, names.indexOf(current));
  return names[(at + 1) % names.length] ?? normal;
}

/** What choosing it does to the text. */
export function choose(id: string, leading: Leading): Pointing {
  const { text, place, aside, origin } = leading;
  const isBack = id === own || (id === normal && behaviourOf(ownUrl(leading), origin).kind === 'normal');
  if (isBack) {
    return aside !== null && isLedAway(text, place, aside, origin)
      ? giveBack(text, place, aside)
      : { kind: 'changed', edits: [], text, keys: [], own: null };
  }
  return pointAt(choiceOf(id, origin).keys, text, place, aside, origin);
}

export function choiceOf(id: string, origin: string) {
  const all = demoChoices(origin).flatMap(({ choices }) => choices);
  return all.find(({ name }) => name === id) ?? normalChoice(origin);
}

function urlIn(text: string, place: Place): string {
  return readAccount(text, place).account?.value(urlKey)?.text ?? '';
}

function ownUrl({ text, place, aside, origin }: Leading): string {
  if (aside === null || !isLedAway(text, place, aside, origin)) return urlIn(text, place);
  return aside.keys.find(([key]) => key === urlKey)?.[1] ?? '';
}

/** What every word of the filter occurs in. */
export function filterGroups(groups: readonly FilterListGroup[], filter: string): readonly FilterListGroup[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ title, items }) => ({
      title,
      items: items.filter((item) => {
        const text = `${title} ${item.title} ${item.detail ?? ''}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ items }) => items.length > 0);
}
