/** File names and texts that a server reads as other letters, or refuses for a character. */
import { lastUpload } from '../evidence.ts';
import { type Cause, failedIn, hasPassed, isLikely, saidIn } from '../facts.ts';

/** What becomes of UTF-8 that is read as latin-1: `ů` is two characters then, the first of them from U+00C2 to U+00F4. */
const mistaken = /[\u00C2-\u00F4][\u0080-\u00BF]/;
const mistakenEscapes = /%C3%8?[0-9A-F]?%?C?2?%[89AB][0-9A-F]/i;

export const latin1Names: Cause = (facts) => {
  const upload = lastUpload(facts.evidence.result('file-name-letters'));
  if (upload?.reply == null) return null;
  const text = upload.reply.body.text;
  if (!mistaken.test(text) && !mistakenEscapes.test(text)) return null;
  const isMulter = isLikely(facts, 'multer');
  return {
    id: 'latin-1-file-names',
    title: 'File names are read as latin-1: letters of other alphabets become pairs of signs',
    confidence: isLikely(facts, 'busboy', 'multer') ? 'high' : 'medium',
    evidence: ['The reply to file-name-letters has the name in it, two characters for each letter.'],
    explains: [],
    remedies: [
      {
        kind: 'lines',
        text: 'busboy, and multer which uses it, read names as latin-1 unless told otherwise:',
        where: isMulter ? 'where multer is made' : 'where busboy is made',
        lines: isMulter
          ? "const upload = multer({ storage, defParamCharset: 'utf8' });"
          : "const form = busboy({ headers: req.headers, defParamCharset: 'utf8' });",
      },
    ],
  };
};

/** Refused for what a person typed, by something that looks for attacks. */
export const contentRefused: Cause = (facts) => {
  const names = [
    'description-special',
    'description-line-breaks',
    'description-emoji',
    'description-letters',
    'file-name-quote',
    'file-name-apostrophe',
    'recipient-sip',
  ];
  const failed = names.flatMap((name) => failedIn(facts, name) ?? []);
  const refused = failed.filter(({ status, upload }) => {
    return [400, 403, 406, 501].includes(status) && upload?.verdict?.generic === true;
  });
  if (refused.length === 0 || !hasPassed(facts, 'photo')) return null;
  return {
    id: 'content-refused',
    title: 'Something refuses uploads for single characters in them, a firewall most likely',
    confidence: refused.some(({ status }) => status === 403 || status === 406) ? 'medium' : 'low',
    evidence: ['photo passed.', ...refused.map(saidIn)],
    explains: refused.map(({ name }) => name),
    remedies: [
      {
        kind: 'advice',
        text: 'Look into the log of the firewall (ModSecurity: the audit log names the rule) and take the upload’s address out of that rule. Bisect tells the very character.',
      },
    ],
  };
};
