/** Texts of others, bounded and masked. */
import type { TextMask } from '../../core/secrets/text-mask.ts';
import { type CutText, mostText } from '../report.ts';

/** Longer than a secret is: one that the cut would halve is masked before. */
const margin = 4096;

export function maskedText(text: string, mask: TextMask, most = mostText): CutText {
  const known = text.slice(0, most + margin);
  return cutText(mask.text(known), text.length - known.length, most);
}

/** `unseen`: characters that followed. Never in the middle of a surrogate pair. */
export function cutText(text: string, unseen = 0, most = mostText): CutText {
  if (text.length <= most) return { text, more: unseen };
  const end = /[\ud800-\udbff]/.test(text[most - 1] ?? '') ? most - 1 : most;
  return { text: text.slice(0, end), more: text.length - end + unseen };
}
