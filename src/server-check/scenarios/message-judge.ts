/** Whether a refusal's message is one for people. */
import type { Judged, SeenUpload } from '../definition.ts';

/** Characters that a phone shows without scrolling. */
const short = 200;

const unreadable: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/<\/?[a-z][^>]*>|&(?:amp|lt|gt|quot|#\d+);/i, 'has markup in it, which the app shows as it is'],
  [
    /\b(?:Traceback|Stack ?trace|Fatal error:|SQLSTATE|undefined (?:index|variable|method)|on line \d+|\w+(?:Exception|Error)\b(?=:| at ))|\bat [\w.$<>]+ ?\(.*:\d+/i,
    'is one for programmers',
  ],
  [/\uFFFD/, 'has bytes that are not of its charset'],
  [/^[^\p{L}]*$|^[A-Z\d]+(?:_[A-Z\d]+)+$/u, 'is a code, not a sentence'],
];

export function judgeMessage({ reply, verdict }: SeenUpload): Judged {
  const { shown, generic } = verdict;
  const quoted = `“${shown === null || shown.length <= short ? shown : `${shown.slice(0, short)}…`}”`;
  if (shown === null || generic) {
    const text = `A refusal with status ${reply.status} has no message, so the user reads the app’s general text.`;
    return { outcome: 'failed', reasons: [{ rule: 'RES-2', text }] };
  }
  const fault = unreadable.find(([pattern]) => pattern.test(shown));
  if (fault !== undefined)
    return { outcome: 'failed', reasons: [{ rule: 'RES-2', text: `The message ${quoted} ${fault[1]}.` }] };
  if (shown.length > short) {
    const text = `The message ${quoted} has ${shown.length} characters: too long for a phone.`;
    return { outcome: 'warning', reasons: [{ rule: 'RES-2', text }] };
  }
  return { outcome: 'passed', reasons: [{ rule: 'RES-2', text: `The user reads ${quoted}.` }] };
}
