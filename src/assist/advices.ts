/** What a piece of advice is: plain data, offsets in UTF-16 units of the Account XML. */
import type { Fix, Range } from '../core/diagnostics.ts';
import type { VariantId } from './server-table.ts';

export type AdviceId =
  | 'put-not-parsed'
  | 'bare-names'
  | 'blank-line'
  | 'boundary-in-value'
  | 'file-name-letters'
  | 'file-name-quotes'
  | 'empty-file'
  | 'description-in-header'
  | 'secret-in-url'
  | 'secret-without-tls'
  | 'without-tls'
  | 'nginx-limit'
  | 'php-file-limit'
  | 'php-body-limit';

export interface Advice {
  readonly id: AdviceId;
  readonly severity: 'warning' | 'info';
  /** What happens, and what to do. */
  readonly message: string;
  /** How it is known. */
  readonly ground: string;
  /** The place in the Account XML that it is about, where there is one. */
  readonly range?: Range;
  readonly fix?: Fix;
  /** The row of the measured table that shows it. */
  readonly variant?: VariantId;
}
