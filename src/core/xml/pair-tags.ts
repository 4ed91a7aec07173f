import type { FaultList } from './fault-list.ts';
import type { ScannedTag } from './scan-tag.ts';
import type { XmlToken } from './scan-xml.ts';

/**
 * For each tag the index of its partner, or -1. An end tag closes the nearest open element of
 * its name; those opened since then have none. Every token is pushed and popped once at most.
 */
export function pairTags(tokens: readonly XmlToken[], faults: FaultList): Int32Array {
  const partner = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  const openNames = new OpenNames();
  /** End tags of another name that stand where an element's own was due. */
  const mismatched = new Map<number, ScannedTag>();
  const leaveUnclosed = (start: number) => {
    const tag = tagAt(tokens, start);
    const mismatch = mismatched.get(start);
    mismatched.delete(start);
    reportUnclosed(tag, mismatch, faults);
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind === 'start') {
      if (token.selfClosing) continue;
      open.push(index);
      openNames.add(token.name);
    } else if (token?.kind === 'end') {
      const top = open.at(-1);
      if (!openNames.has(token.name)) {
        // A nameless one has its fault already.
        if (token.name === '') continue;
        if (top !== undefined && !mismatched.has(top)) mismatched.set(top, token);
        else reportStray(token, faults);
        continue;
      }
      for (let start = open.pop(); start !== undefined; start = open.pop()) {
        const { name } = tagAt(tokens, start);
        openNames.remove(name);
        if (name === token.name) {
          partner[start] = index;
          partner[index] = start;
          break;
        }
        leaveUnclosed(start);
      }
    }
  }
  for (const start of open) leaveUnclosed(start);
  for (const end of mismatched.values()) reportStray(end, faults);
  return partner;
}

/** How many elements of each name are open. */
class OpenNames {
  private readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  remove(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) - 1);
  }

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }
}

function tagAt(tokens: readonly XmlToken[], index: number): ScannedTag {
  return tokens[index] as ScannedTag;
}

function reportStray(tag: ScannedTag, faults: FaultList): void {
  faults.add(`</${tag.name}> closes nothing that is open.`, tag.start, tag.end);
}

function reportUnclosed(tag: ScannedTag, mismatch: ScannedTag | undefined, faults: FaultList): void {
  if (mismatch) {
    const message = `</${mismatch.name}> does not match <${tag.name}>.`;
    faults.addReplaceable(message, mismatch.start, mismatch.end, `Write </${tag.name}>`, `</${tag.name}>`);
  } else if (!tag.broken) {
    faults.add(`<${tag.name}> has no end tag: add </${tag.name}>.`, tag.start, tag.end);
  }
}
