/** The beginnings of texts, so many characters of all together. Pure. */
import type { CutText } from './entry.ts';

export class TextBudget {
  private left: number;

  constructor(characters: number) {
    this.left = characters;
  }

  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** `length`: of the whole text where `text` is only its beginning already. */
  take(text: string, length = text.length): CutText {
    const kept = text.slice(0, this.endIn(text));
    this.left -= kept.length;
    return { text: kept, more: length - kept.length };
  }

  /** As many of the first pairs as there is room for, whole ones only. */
  takePairs(pairs: readonly (readonly [name: string, value: string])[]): [string, string][] {
    const kept: [string, string][] = [];
    for (const [name, value] of pairs) {
      this.left -= name.length + value.length;
      if (this.isSpent) break;
      kept.push([name, value]);
    }
    return kept;
  }

  /** Never between the two halves of a character. */
  private endIn(text: string): number {
    if (text.length <= this.left) return text.length;
    const last = text.charCodeAt(this.left - 1);
    return last >= 0xd800 && last <= 0xdbff ? this.left - 1 : Math.max(0, this.left);
  }
}
