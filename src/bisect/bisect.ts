/**
 * Finds the least difference that matters between a request that passes and one that fails, by sending hybrids of
 * the two. Pure: what sends comes from outside, and no more is sent than a person has granted.
 */
import type { RequestPlan } from '../core/request/plan.ts';
import { type Difference, differencesOf } from './differences.ts';
import { type BisectRequest, type Draft, draftOf, requestOf } from './draft.ts';
import { type Found, lookInto } from './look-into.ts';
import { type Minimized, minimize, type Tried } from './minimize.ts';

export interface BisectChoices {
  /** Requests in all. */
  readonly budget: number;
  readonly signal: AbortSignal;
  /** After each request. */
  readonly onSent?: (sent: number) => void;
}

/** `fails`: in the way that is looked for. A login is part of one request. */
export type SendHybrid = (request: BisectRequest, signal: AbortSignal) => Promise<'passes' | 'fails'>;

export type Bisected =
  | {
      readonly kind: 'found';
      /** All of them together matter; one in most cases. */
      readonly differences: readonly Pick<Difference, 'kind' | 'title'>[];
      /** What it is within the one that matters; null where that was not looked into. */
      readonly within: Found | null;
      /** None of them can be left out. False: the budget was used up before that was known. */
      readonly isProven: boolean;
      /** `Only the quotes around “file” matter.` */
      readonly text: string;
      readonly sent: number;
    }
  | { readonly kind: 'not-found'; readonly code: NotFound; readonly text: string; readonly sent: number };

export type NotFound =
  | 'other-server'
  | 'same'
  | 'passing-fails'
  | 'failing-passes'
  | 'stopped'
  | 'unreadable';

const texts: Readonly<Record<NotFound, string>> = {
  'other-server': 'The two requests go to different servers.',
  same: 'The two requests are the same.',
  'passing-fails': 'The request that passed fails now, so there is nothing to compare with.',
  'failing-passes':
    'The request that failed passes now. What it is comes and goes: a time, a limit, a state of the server.',
  stopped: 'It was stopped, or no requests were left, before anything was known.',
  unreadable: 'One of the two is no form that the app could send.',
};

export async function bisect(
  passing: BisectRequest,
  failing: BisectRequest,
  send: SendHybrid,
  { budget, signal, onSent = () => {} }: BisectChoices,
): Promise<Bisected> {
  let sent = 0;
  const none = (code: NotFound): Bisected => ({ kind: 'not-found', code, text: texts[code], sent });
  if (originOf(passing.plan) !== originOf(failing.plan)) return none('other-server');
  const from = draftOf(passing);
  const to = draftOf(failing);
  if (from === null || to === null) return none('unreadable');
  const all = differencesOf(from, to);
  if (all.length === 0) return none('same');
  const test = async (draft: Draft): Promise<Tried> => {
    if (sent >= budget || signal.aborted) return 'stopped';
    sent += 1;
    const tried = await send(requestOf(draft, passing.plan), signal);
    onSent(sent);
    return signal.aborted ? 'stopped' : tried;
  };
  const first = await test(from);
  if (first !== 'passes') return none(first === 'stopped' ? 'stopped' : 'passing-fails');
  const whole = await test(withAll(from, all));
  if (whole !== 'fails') return none(whole === 'stopped' ? 'stopped' : 'failing-passes');
  const minimal: Minimized<Difference> = await minimize(all, (some) => test(withAll(from, some)));
  const [only] = minimal.items;
  const within =
    minimal.items.length === 1 && only?.within !== undefined
      ? await lookInto(only.within, (apply) => test(apply(from)))
      : null;
  const differences = minimal.items.map(({ kind, title }) => ({ kind, title }));
  return {
    kind: 'found',
    differences,
    within,
    isProven: minimal.isProven,
    text: textOf(differences, minimal.isProven, within),
    sent,
  };
}

const originOf = ({ secure, host }: RequestPlan) => `${secure ? 'https' : 'http'}://${host}`;

const withAll = (draft: Draft, some: readonly Difference[]) =>
  some.reduce((changed, { apply }) => apply(changed), draft);

function textOf(
  differences: readonly Pick<Difference, 'kind' | 'title'>[],
  isProven: boolean,
  within: Found | null,
): string {
  const titles = differences.map(({ title }) => title);
  const list = titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
  const isPlural = titles.length > 1 || differences[0]?.kind === 'quotes';
  const together = titles.length > 1 ? ' together' : '';
  const matter = isProven
    ? `Only ${list} ${isPlural ? 'matter' : 'matters'}${together}.`
    : `It is among these: ${list}. The requests were used up before more was known.`;
  return within === null ? matter : `${matter} ${within.text}`;
}
