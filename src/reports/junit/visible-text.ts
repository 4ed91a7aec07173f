/** Lines of others for XML 1.0, some characters of which can't even be written as references there. */
import { escapeUnseen } from '../../core/source/escape-unseen.ts';

/** Each such character stands there as `\u{1b}`, as terminals are shown it; tabs stay. */
export const visibleText = (lines: readonly string[]): string =>
  lines.map((line) => line.split('\t').map(escapeUnseen).join('\t')).join('\n');
