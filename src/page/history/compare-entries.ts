/**
 * Two uploads side by side, item by item: head by header, parts by name and then their text, media by name, size
 * and hash, the reply likewise. Which items belong together does not depend on which is left. Pure.
 */
import { formatBytes, formatMilliseconds, plural } from '../components/format.ts';
import { type ComparedLine, compareTexts } from './compare-texts.ts';
import type { CutText, EntryDetails, PartRecord } from './entry.ts';

export interface ComparedItem {
  /** `Header Host`, `Part to`. */
  readonly what: string;
  /** Null where that side has none. */
  readonly left: string | null;
  readonly right: string | null;
  readonly differs: boolean;
  /** Empty where they are the same. */
  readonly lines: readonly ComparedLine[];
  /** What the texts don't tell. */
  readonly note: string | null;
}

export interface ComparedSection {
  readonly title: 'Outcome' | 'Request head' | 'Parts' | 'Media' | 'Reply' | 'Configuration' | 'Timing';
  readonly items: readonly ComparedItem[];
  /** What was not compared. */
  readonly notes: readonly string[];
}

/** Null where nothing was sent yet: the present request. */
export type Compared = Pick<EntryDetails, 'request' | 'blanks'> & {
  readonly answer: Pick<EntryDetails, 'reply' | 'verdict' | 'failure' | 'timing'> | null;
  /** Its configuration, as texts by their name. */
  readonly configuration: readonly (readonly [name: string, text: string])[];
};

export function compareEntries(left: Compared, right: Compared): readonly ComparedSection[] {
  const item = itemWith([...left.blanks, ...right.blanks]);
  const sections: readonly ComparedSection[] = [
    outcomeSection(left, right, item),
    headSection(left, right, item),
    partsSection(left, right, item),
    mediaSection(left, right, item),
    replySection(left, right, item),
    { title: 'Configuration', items: byName('', left.configuration, right.configuration, item), notes: [] },
    timingSection(left, right, item),
  ];
  return sections.filter(({ items, notes }) => items.length > 0 || notes.length > 0);
}

/** How much differs, but for the timing, which always does. */
export function countDifferences(sections: readonly ComparedSection[]): number {
  const counted = sections.filter(({ title }) => title !== 'Timing');
  return counted.flatMap(({ items }) => items).filter(({ differs }) => differs).length;
}

type ItemOf = (what: string, left: string | null, right: string | null, note?: string | null) => ComparedItem;

function itemWith(blanks: readonly string[]): ItemOf {
  return (what, left, right, note = null) => {
    const differs = left !== right;
    const isMasked = !differs && blanks.some((blank) => left?.includes(blank));
    return {
      what,
      left,
      right,
      differs,
      lines: differs ? compareTexts(left ?? '', right ?? '') : [],
      note: note ?? (isMasked ? 'A password in it is masked and was not compared.' : null),
    };
  };
}

function outcomeSection(left: Compared, right: Compared, item: ItemOf): ComparedSection {
  const notes = notSentNotes(left, right);
  if (notes.length > 0) return { title: 'Outcome', items: [], notes };
  const texts = ({ answer }: Compared): [string, string][] => {
    const { verdict, failure } = answer ?? {};
    return [
      ['Result', failure?.title ?? (verdict ? (verdict.success ? 'Success' : 'Failure') : 'No verdict')],
      ...optional('Failure', failure && [failure.code, failure.detail].filter(Boolean).join(': ')),
      ...optional('The user sees', verdict?.shown && cutTextOf(verdict.shown)),
      ...optional('Media address', verdict?.mediaUrl && cutTextOf(verdict.mediaUrl)),
      ...optional('Path in the reply', verdict?.path),
      ...optional('Reasons', verdict?.reasons.map(({ rule, text }) => `${rule}: ${text}`).join('\n')),
      ...optional('Weakened by', verdict?.caveats.join('\n')),
    ];
  };
  return { title: 'Outcome', items: byName('', texts(left), texts(right), item), notes: [] };
}

function notSentNotes(left: Compared, right: Compared): string[] {
  if (left.answer !== null && right.answer !== null) return [];
  return ['The present request has not been sent: outcome, reply and timing can’t be compared.'];
}

function optional(name: string, text: string | null | undefined): [string, string][] {
  return text ? [[name, text]] : [];
}

/** Drawn anew for each session; it changes no meaning. */
function withoutBoundary(name: string, value: string, boundary: string): string {
  return name.toLowerCase() === 'content-type' && boundary !== '' ? value.replace(boundary, '…') : value;
}

function headSection(left: Compared, right: Compared, item: ItemOf): ComparedSection {
  const [one, other] = [left.request, right.request];
  const headers = ({ request }: Compared) =>
    request.headers.map(([name, value]): [string, string] => [
      name,
      withoutBoundary(name, value, request.boundary),
    ]);
  return {
    title: 'Request head',
    items: [
      item('Method', one.method, other.method),
      item('URL', one.url, other.url),
      ...headerItems(headers(left), headers(right), item),
    ],
    notes: [
      ...(one.boundary === other.boundary
        ? []
        : [
            'The boundary differs, and with it the Content-Type. It is left out here: it changes no meaning.',
          ]),
      ...cutNotes('header', one.moreHeaders, other.moreHeaders),
    ],
  };
}

type Pairs = readonly (readonly [name: string, value: string])[];

function headerItems(left: Pairs, right: Pairs, item: ItemOf): readonly ComparedItem[] {
  return [...byName('Header ', left, right, item, true), headerOrder(left, right, item)];
}

function headerOrder(left: Pairs, right: Pairs, item: ItemOf): ComparedItem {
  const names = (pairs: Pairs) => pairs.map(([name]) => name.toLowerCase());
  return orderItem('Order of headers', names(left), names(right), item);
}

/** Of those that both have. */
function orderItem(
  what: string,
  left: readonly string[],
  right: readonly string[],
  item: ItemOf,
): ComparedItem {
  const common = (mine: readonly string[], others: readonly string[]) =>
    mine.filter((name) => others.includes(name)).join(', ');
  const [one, other] = [numbered(left), numbered(right)];
  return item(what, common(one, other), common(other, one));
}

/** A name that comes again is another one: `a, a (2)`. */
function numbered(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Equal names are told apart by their order. */
function byName(
  kind: string,
  left: Pairs,
  right: Pairs,
  item: ItemOf,
  isHeader = false,
): readonly ComparedItem[] {
  return paired(left, right, ([name]) => (isHeader ? name.toLowerCase() : name)).map(([one, other]) => {
    const what = `${kind}${(one ?? other)?.[0] ?? ''}`;
    // Names that differ in case only belong together, and differ.
    const isOtherCase = one && other && one[0] !== other[0];
    const text = (pair: Pairs[number] | null) =>
      pair === null ? null : isOtherCase ? `${pair[0]}: ${pair[1]}` : pair[1];
    return item(
      isOtherCase ? `${kind}${[one[0], other[0]].toSorted().join(', ')}` : what,
      text(one),
      text(other),
    );
  });
}

/** Those of one key belong together, in their order: first those of the left, then what only the right has. */
function paired<T extends object>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [T | null, T | null])[] {
  const rest = new Map<string, T[]>();
  for (const one of right) rest.set(keyOf(one), [...(rest.get(keyOf(one)) ?? []), one]);
  const pairs = left.map((one) => [one, rest.get(keyOf(one))?.shift() ?? null] as const);
  const found = new Set(pairs.map(([, other]) => other));
  return [...pairs, ...right.filter((one) => !found.has(one)).map((one) => [null, one] as const)];
}

function partsSection(left: Compared, right: Compared, item: ItemOf): ComparedSection {
  const texts = (part: PartRecord | null) => {
    if (part === null) return null;
    if (part.isFile) return `The media (${formatBytes(part.bytes)})`;
    return cutTextOf(part.value);
  };
  const names = ({ request }: Compared) => request.parts.map(({ name }) => name);
  const items = paired(left.request.parts, right.request.parts, ({ name }) => name).map(([one, other]) =>
    item(`Part ${(one ?? other)?.name ?? ''}`, texts(one), texts(other)),
  );
  return {
    title: 'Parts',
    items: [...items, orderItem('Order of parts', names(left), names(right), item)],
    notes: cutNotes('part', left.request.moreParts, right.request.moreParts),
  };
}

/** Whether the content is the same is known by its hash alone. */
function mediaSection(left: Compared, right: Compared, item: ItemOf): ComparedSection {
  const [one, other] = [left.request.media, right.request.media];
  const items = [
    item('Name', one?.name ?? null, other?.name ?? null),
    item('Type', one?.type ?? null, other?.type ?? null),
    item('Size', one && formatBytes(one.size), other && formatBytes(other.size)),
  ];
  if (one === null && other === null) return { title: 'Media', items: [], notes: [] };
  if (one?.hash && other?.hash && one.hash.kind === other.hash.kind) {
    const what = one.hash.kind === 'sha256' ? 'SHA-256' : 'Fingerprint';
    return { title: 'Media', items: [...items, item(what, one.hash.value, other.hash.value)], notes: [] };
  }
  const notes = one && other ? ['The content of the media was not compared: its hash is not known.'] : [];
  return { title: 'Media', items, notes };
}

function replySection(left: Compared, right: Compared, item: ItemOf): ComparedSection {
  const [one, other] = [left.answer?.reply ?? null, right.answer?.reply ?? null];
  if ((one === null && other === null) || left.answer === null || right.answer === null)
    return { title: 'Reply', items: [], notes: [] };
  const status = (reply: typeof one) =>
    reply && `HTTP/${reply.httpVersion} ${reply.status} ${reply.statusText}`.trim();
  const body = (reply: typeof one) => reply?.body && cutTextOf(reply.body);
  return {
    title: 'Reply',
    items: [
      item('Status', status(one), status(other)),
      ...headerItems(one?.headers ?? [], other?.headers ?? [], item),
      item('Size of the body', one && formatBytes(one.bodyBytes), other && formatBytes(other.bodyBytes)),
      item('Body', body(one) ?? null, body(other) ?? null),
    ],
    notes: cutNotes('header', one?.moreHeaders ?? 0, other?.moreHeaders ?? 0),
  };
}

function timingSection(left: Compared, right: Compared, item: ItemOf): ComparedSection {
  if (left.answer === null || right.answer === null) return { title: 'Timing', items: [], notes: [] };
  const times = ({ timing }: NonNullable<Compared['answer']>): [string, string][] => [
    ...timing.phases.map(({ name, ms }): [string, string] => [name, formatMilliseconds(ms)]),
    ['In all', formatMilliseconds(timing.total)],
  ];
  return { title: 'Timing', items: byName('', times(left.answer), times(right.answer), item), notes: [] };
}

function cutTextOf({ text, more }: CutText): string {
  return more === 0 ? text : `${text}\n… ${plural(more, 'more character')} not kept`;
}

function cutNotes(what: string, ...counts: readonly number[]): string[] {
  return counts.some((count) => count > 0)
    ? [`Not all ${what}s were kept: what was left out is not compared.`]
    : [];
}
