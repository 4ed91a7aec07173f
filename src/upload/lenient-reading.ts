/**
 * Beside the verdict: what a lenient parser reads in a reply that is not well-formed XML, or that it reads
 * otherwise. Which parser the app has is unknown. It changes no verdict.
 */
import { isBlank } from '../core/response/field-search.ts';
import { isSuccessStatus } from '../core/response/judge.ts';
import { advice, quote, quotePath } from '../core/response/reasons.ts';
import type { Reason, Verdict } from '../core/response/verdict.ts';
import { localName, trimXmlSpace } from '../core/response/xml-fields.ts';
import { longestLenientXml, readLenientXml } from './lenient-xml.ts';

type Judged = Pick<Verdict, 'kind' | 'text' | 'mediaUrl' | 'shown' | 'generic'>;

const parser = 'A lenient parser (fast-xml-parser)';
const rest = 'Which parser the app has is unknown, so this does not change the verdict.';

/** None where there is nothing to add. Never throws. */
export function lenientReasons(judged: Judged, status: number): readonly Reason[] {
  const said = lenientText(judged, isSuccessStatus(status) ? 'media_url' : 'message');
  return said === null ? [] : [advice('RES-4', `${said} ${rest}`)];
}

function lenientText(judged: Judged, name: 'media_url' | 'message'): string | null {
  const { kind, text } = judged;
  // Nearly all replies without the field end here: a web page that is no XML says nothing of parsers.
  if (kind === 'json' || !new RegExp(`[<:]${name}[\\s/>]`).test(text)) return null;
  const strict = kind === null ? null : strictValue(judged, name);
  const isMalformed = kind === null && /^\s*</.test(text);
  const lenient = readLenientXml(text);
  switch (lenient.kind) {
    case 'too-long':
      return isMalformed
        ? `The body is longer than ${longestLenientXml} characters, so it was not read a second time by a lenient parser.`
        : null;
    case 'gave-up':
      return isMalformed || strict !== null ? `${parser} gives up on this body.` : null;
    case 'read': {
      const found = findField(lenient.elements, name);
      if (found !== null && found.value !== strict)
        return `${parser} reads: ${name} = "${quote(found.value)}", at ${quotePath(found.path)}.`;
      if (found === null && (isMalformed || strict !== null))
        return `${parser} finds no ${name} with a value${strict === null ? ' either' : ''}.`;
      return null;
    }
  }
}

function strictValue({ mediaUrl, shown, generic }: Judged, name: 'media_url' | 'message'): string | null {
  if (name === 'media_url') return mediaUrl ?? null;
  return generic ? null : shown;
}

/** The first element of that name with a value, as the strict reader looks for it (RES-5). */
function findField(
  elements: Extract<ReturnType<typeof readLenientXml>, { kind: 'read' }>['elements'],
  name: string,
): { readonly path: string; readonly value: string } | null {
  for (const { names, text } of elements) {
    if (localName(names.at(-1) ?? '') !== name) continue;
    const value = trimXmlSpace(text);
    if (!isBlank(value)) return { value, path: names.map((step) => `/${localName(step)}`).join('') };
  }
  return null;
}
