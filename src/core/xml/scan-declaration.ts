import type { FaultList } from './fault-list.ts';
import type { DeclaredEncoding } from './xml-document.ts';

const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>$/;
const encoding = /encoding[ \t\r\n]*=[ \t\r\n]*(["'])(.*?)\1/;

/** The XML declaration from `start` to `end` (XML 1.0, section 2.8): its encoding, if it names one. */
export function readDeclaration(
  text: string,
  start: number,
  end: number,
  faults: FaultList,
): DeclaredEncoding | null {
  const written = text.slice(start, end);
  if (!declaration.test(written)) {
    faults.add(
      'This XML declaration is malformed: write <?xml version="1.0" encoding="UTF-8"?>.',
      start,
      end,
    );
  }
  const match = encoding.exec(written);
  if (match?.[2] === undefined) return null;
  const at = start + match.index + match[0].length - 1 - match[2].length;
  return { name: match[2], range: { start: at, end: at + match[2].length } };
}
