/** What a piece of advice is: plain data, offsets in UTF-16 units of the Account XML. */
import type { Fix, Range } from '../core/source/diagnostics.ts';
import type { VariantId } from './server-table.ts';

/** By id: the rule of the contract that it concerns, and whether the media file can bring it about. */
const topics = {
  'put-not-parsed': { rule: 'ACC-8' },
  'bare-names': { rule: 'MP-6' },
  'blank-line': { rule: 'MP-7' },
  'boundary-in-value': { rule: 'MP-9' },
  'file-name-letters': { rule: 'MP-6', aboutMedia: true },
  'file-name-quotes': { rule: 'MP-6', aboutMedia: true },
  'file-name-line-break': { rule: 'MP-6', aboutMedia: true },
  'file-name-path': { rule: 'MP-6', aboutMedia: true },
  'file-name-apostrophe': { rule: 'MP-6', aboutMedia: true },
  'file-name-percent': { rule: 'MP-6', aboutMedia: true },
  'part-name-empty': { rule: 'MP-1' },
  'part-name-quote': { rule: 'MP-6' },
  'part-name-brackets': { rule: 'MP-6' },
  'part-name-dot': { rule: 'MP-6' },
  'part-name-letters': { rule: 'MP-6' },
  'part-name-twice': { rule: 'MP-1' },
  'part-name-charset': { rule: 'MP-6' },
  'value-not-utf8': { rule: 'MP-2' },
  'value-bom': { rule: 'MP-2' },
  'special-boundary': { rule: 'MP-9' },
  'empty-file': { rule: 'MP-3', aboutMedia: true },
  'description-in-header': { rule: 'TPL-11' },
  'secret-in-url': { rule: 'TPL-6' },
  'secret-without-tls': { rule: 'TPL-6' },
  'without-tls': { rule: 'TPL-6' },
  'nginx-limit': { rule: 'RES-7' },
  'php-file-limit': { rule: 'RES-7', aboutMedia: true },
  'php-body-limit': { rule: 'RES-7' },
} as const satisfies Record<string, { readonly rule: string; readonly aboutMedia?: true }>;

export type AdviceId = keyof typeof topics;

export const ruleOfAdvice = (id: AdviceId): string => topics[id].rule;

/** Such advice is void where another file stands in for the user's. */
export const isAboutMedia = (id: AdviceId): boolean => 'aboutMedia' in topics[id];

export interface Advice {
  readonly id: AdviceId;
  /** The rule that it concerns, for example `MP-6`: none is broken. */
  readonly rule: string;
  readonly severity: 'warning' | 'info';
  /** What happens, and what to do. */
  readonly message: string;
  /** How it is known. */
  readonly rationale: string;
  /** The place in the Account XML that it is about, where there is one. */
  readonly range?: Range;
  readonly fix?: Fix;
  /** The row of the measured table that shows it. */
  readonly variant?: VariantId;
}

/** As it is first written down: the rule follows from the id. */
export type AdviceDraft = Omit<Advice, 'rule'>;
