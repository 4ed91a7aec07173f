/**
 * Finds what looks like a parameter but is not one (TPL-12): `%Account[username]%`, `% to %`, `${to}`.
 * Every place is looked at a bounded way ahead, so that it stays linear.
 */
import type { Meant, NearNames } from './near-names.ts';
import { hashFunction, mediaContent } from './parameter-catalogue.ts';
import type { TemplateToken } from './template-tokens.ts';

export interface NearParameter extends Meant {
  /** Offsets in the template's text. */
  readonly start: number;
  readonly end: number;
  /** Where its literal text begins: after an unknown parameter that it begins with, or is (TPL-5). */
  readonly literalFrom: number;
}

type Found = Omit<NearParameter, 'literalFrom'>;
type Reading = (written: RegExpExecArray, names: NearNames) => Meant | undefined;

interface Form {
  /** Sticky; its first character is one of `starts`. */
  readonly pattern: RegExp;
  readonly starts: string;
  readonly meant: Reading;
  /** Whether a percent sign after it belongs to it. */
  readonly takesSign?: true;
}

/** Percent signs of other scripts, and the usual one. */
const signs = '%\uFF05\uFE6A\u066A';
const name = '[A-Za-z_][A-Za-z0-9_]{0,60}';
const node = '[^%&[\\]<>\\s]{1,100}';
const inside = '([^%&{}<>$\\r\\n]{1,120})';

const anyForm: Reading = ([, inner = ''], names) => names.anyForm(inner);
const nodeForm: Reading = ([, inner = ''], names) => names.ofAccount(`account[${inner}]`);
const unsure =
  (reading: Reading): Reading =>
  (match, names) => {
    const found = reading(match, names);
    return found && { ...found, isCertain: false };
  };
const exactly: Reading = ([, inner = ''], names) =>
  names.exact(inner) ?? names.exactNode(inner) ?? names.ofAccount(inner);

/** Of other languages' templates, and those that lost a sign; the surest first. */
const forms: readonly Form[] = [
  { starts: '%', pattern: new RegExp(`%account%5B(${node})%5D%(?!25)`, 'iy'), meant: nodeForm },
  {
    starts: '%',
    pattern: new RegExp(`%25account(?:%5B|\\[)(${node})(?:%5D|\\])%25`, 'iy'),
    meant: unsure(nodeForm),
  },
  { starts: '%', pattern: new RegExp(`%25(${name})%25`, 'y'), meant: unsure(exactly) },
  {
    starts: '%',
    pattern: new RegExp(`(?:%24)?(?:%7B){1,2}(${name})(?:%7D){1,2}`, 'iy'),
    meant: unsure(exactly),
  },
  { starts: '%$#@', pattern: new RegExp(`[%$#@]\\{${inside}\\}`, 'y'), meant: anyForm, takesSign: true },
  { starts: '%$', pattern: /[%$]\(([A-Za-z_][^()%&\r\n]{0,100})\)/y, meant: anyForm, takesSign: true },
  {
    starts: '%$#@{',
    pattern: new RegExp(`[%$#@]?\\{\\{\\{?${inside}\\}?\\}\\}`, 'y'),
    meant: anyForm,
    takesSign: true,
  },
  { starts: '{', pattern: new RegExp(`\\{(${name}(?:[[.]${node}\\]?)?)\\}`, 'y'), meant: unsure(exactly) },
  {
    starts: '$',
    pattern: new RegExp(`\\$(${name}(?:\\[${node}\\])?)(?![A-Za-z0-9_])`, 'y'),
    meant: unsure(exactly),
  },
  // `<%to%>` is a parameter between angle brackets, as in `To: <%to%>`.
  { starts: '<', pattern: new RegExp(`<%(?=[=\\-\\s])[=-]?${inside}%>`, 'y'), meant: anyForm },
  // The whole of a value: elsewhere it may be an element of XML that is sent.
  {
    starts: '<',
    pattern: new RegExp(`(?<=[=/:] ?)<(${name})>(?=$|[&/\\r\\n])`, 'y'),
    meant: unsure(exactly),
  },
  { starts: 'aA', pattern: new RegExp(`(?<![\\w%[.])account\\[(${node})\\]%`, 'iy'), meant: nodeForm },
  {
    starts: 'aA',
    pattern: new RegExp(`(?<=[=/:] ?)account\\[(${node})\\](?=$|[&/\\r\\n])`, 'iy'),
    meant: unsure(nodeForm),
  },
];

/** `%…%` in any writing; two hex digits are an escape (TPL-4). */
const signed: Form = {
  starts: signs,
  pattern: new RegExp(`[${signs}](?![0-9A-Fa-f]{2}[${signs}])([^${signs}&\\r\\n]{1,120})[${signs}]`, 'y'),
  meant: anyForm,
};

/** Not ended: `%to`, `%account[username]`, `%Account.username`. */
const unended: readonly Form[] = [
  {
    starts: '%',
    pattern:
      /%\s?([A-Za-z]{5,9}[[({.:]["']?[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_])?["']?[\])}]?)(?![\w(])/y,
    meant: ([, inner = ''], names) => names.ofAccount(inner),
  },
  {
    starts: '%',
    pattern: new RegExp(`%(${name})(?![\\w([])`, 'y'),
    meant: ([, inner = ''], names) => names.exact(inner),
  },
];

const trigger = new RegExp(`[${signs}$#@{<]|account\\[`, 'gi');

/** `tokens` are those of `text`; `isKnown` tells a parameter's name. */
export function findNearParameters(
  text: string,
  tokens: readonly TemplateToken[],
  isKnown: (name: string) => boolean,
  names: NearNames,
): readonly NearParameter[] {
  const found: NearParameter[] = [];
  const taken = takenBy(tokens, isKnown);
  const triggers = new RegExp(trigger);
  let next = 0;
  for (let match = triggers.exec(text); match !== null; match = triggers.exec(text)) {
    const at = match.index;
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    const stands = taken[next];
    if (stands && stands.start <= at && stands.kind === 'solid') {
      triggers.lastIndex = Math.max(stands.end, at + 1);
      continue;
    }
    const isUnknown = stands?.start === at;
    const near = nearAt(text, at, isUnknown, names, startsSolid(taken, next));
    if (!near) continue;
    found.push({ ...near, literalFrom: stands && stands.start <= at ? stands.end : at });
    triggers.lastIndex = Math.max(near.end, at + 1);
  }
  return found;
}

function nearAt(
  text: string,
  at: number,
  isUnknown: boolean,
  names: NearNames,
  isSolidAt: (offset: number) => boolean,
): Found | undefined {
  const first = text[at] ?? '';
  for (const form of forms) {
    const near = form.starts.includes(first) ? read(form, text, at, names) : undefined;
    if (!near || isSolidAt(near.end - 1)) continue;
    const takesSign = form.takesSign && text[near.end] === '%' && !isSolidAt(near.end);
    return takesSign ? { ...near, end: near.end + 1 } : near;
  }
  const near = signed.starts.includes(first) ? read(signed, text, at, names) : undefined;
  // An unknown parameter (TPL-5) is another thing, unless it is called as a node of the account is.
  if (near && !isSolidAt(near.end - 1) && (!isUnknown || near.name.startsWith('account['))) return near;
  if (isUnknown || first !== '%') return undefined;
  for (const form of unended) {
    const open = read(form, text, at, names);
    // In front of a percent sign it may be that one that ends it: which is meant would be a guess.
    if (open) return text[open.end] === '%' ? { ...open, isCertain: false } : open;
  }
  return undefined;
}

function read({ pattern, meant }: Form, text: string, at: number, names: NearNames): Found | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const found = match && meant(match, names);
  return found ? { ...found, start: at, end: at + match[0].length } : undefined;
}

interface Taken {
  readonly start: number;
  readonly end: number;
  /** `solid`: a parameter or a call's marks, which are what they are. */
  readonly kind: 'solid' | 'unknown';
}

/** What parameters and calls take up, in order; by a stack of its own, for calls may be nested deep. */
function takenBy(tokens: readonly TemplateToken[], isKnown: (name: string) => boolean): readonly Taken[] {
  const taken: Taken[] = [];
  const open: (TemplateToken | Taken)[] = tokens.toReversed();
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    const { start, end } = token;
    switch (token.kind) {
      case 'literal':
        break;
      case 'solid':
      case 'unknown':
        taken.push(token);
        break;
      case 'parameter':
        taken.push({
          start,
          end,
          kind: token.name === mediaContent || isKnown(token.name) ? 'solid' : 'unknown',
        });
        break;
      case 'call': {
        // An unknown call stays as it is, whatever it holds (TPL-3).
        if (token.functionName !== hashFunction) {
          taken.push({ start, end, kind: 'solid' });
          break;
        }
        const argument = start + token.functionName.length + 2;
        taken.push({ start, end: argument, kind: 'solid' });
        open.push({ start: end - 2, end, kind: 'solid' });
        for (const inside of token.argument.toReversed()) open.push(inside);
      }
    }
  }
  return taken;
}

/** Whether a parameter or call starts at an offset not far after the one at `from`. */
function startsSolid(taken: readonly Taken[], from: number): (offset: number) => boolean {
  return (offset) => {
    for (let index = from; index < taken.length; index++) {
      const one = taken[index];
      if (one === undefined || one.start > offset) return false;
      if (one.start === offset) return one.kind === 'solid';
    }
    return false;
  };
}
