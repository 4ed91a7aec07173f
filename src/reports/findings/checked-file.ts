/** An Account XML after its check, and what writes many of them one after the other. */
import type { Finding } from '../../language/findings/findings.ts';

export interface CheckedFile {
  /** As it was named; `-` is standard input. */
  readonly file: string;
  readonly xml: string;
  readonly findings: readonly Finding[];
}

/** Stands where a rule would: the file is in question, not what is in it. */
export const unreadableRule = 'FILE';

/** A file that could not be read after all. */
export const unreadableFile = (file: string, why: string): CheckedFile => ({
  file,
  xml: '',
  findings: [{ rule: unreadableRule, severity: 'error', message: why }],
});

/** Each file is written once it is checked: none is kept, and nothing waits for the last one. */
export interface FindingsWriter {
  readonly start: string;
  readonly file: (checked: CheckedFile) => string;
  /** Called once, after all files. */
  readonly end: () => string;
}

/** What stands between two items of a JSON array. */
export function separators(): () => string {
  let isFirst = true;
  return () => {
    const separator = isFirst ? '\n' : ',\n';
    isFirst = false;
    return separator;
  };
}
