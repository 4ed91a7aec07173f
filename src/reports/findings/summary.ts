/** How much was found in how many files. */
import type { Finding } from '../../language/findings/findings.ts';
import type { CheckedFile } from './checked-file.ts';

export interface FindingCounts {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly advice: number;
}

const counted = {
  error: 'errors',
  warning: 'warnings',
  info: 'infos',
  advice: 'advice',
} as const satisfies Record<Finding['severity'], keyof FindingCounts>;

/** Keeps numbers alone, of any number of files. */
export function countFindings() {
  const counts = { files: 0, errors: 0, warnings: 0, infos: 0, advice: 0 };
  return {
    add({ findings }: CheckedFile): void {
      counts.files += 1;
      for (const { severity } of findings) counts[counted[severity]] += 1;
    },
    total: (): FindingCounts => ({ ...counts }),
  };
}

/** `10 files checked: 1 error, 2 warnings, 12 pieces of advice.` */
export function summaryOf({ files, errors, warnings, infos, advice }: FindingCounts): string {
  const parts = [
    plural(errors, 'error'),
    plural(warnings, 'warning'),
    ...(infos > 0 ? [plural(infos, 'note')] : []),
    advice === 1 ? '1 piece of advice' : `${advice} pieces of advice`,
  ];
  return `${plural(files, 'file')} checked: ${parts.join(', ')}.`;
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
