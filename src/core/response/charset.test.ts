import { describe, expect, it } from 'vitest';
import { decodeText } from './charset.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

describe('bytes to text (RES-4)', () => {
  it.each([
    ['UTF-8 where nothing is said', utf8('é€😀'), null, 'é€😀'],
    ['a BOM is dropped', utf8('\uFEFFé'), null, 'é'],
    ['a UTF-16 BOM, little end first', utf16le('\uFEFF<é/>'), null, '<é/>'],
    ['a UTF-16 BOM, big end first', utf16be('\uFEFF<é/>'), 'utf-16', '<é/>'],
    ['the charset of the Content-Type', latin1('é'), 'ISO-8859-1', 'é'],
    ['latin-1 has the characters of windows-1252 too', latin1('\u0080\u0093\u0081'), 'latin1', '€“\u0081'],
    ['UTF-16 without a BOM, big end first', utf16be('{}'), 'utf-16', '{}'],
    ['UTF-16 without a BOM, little end first', utf16le('{}'), 'UTF-16', '{}'],
    [
      'the XML declaration',
      latin1('<?xml version="1.0" encoding="ISO-8859-1"?><é/>'),
      null,
      '<?xml version="1.0" encoding="ISO-8859-1"?><é/>',
    ],
    [
      'single quotes and white space',
      latin1("<?xml version='1.0'\n encoding = 'windows-1250' ?>\u00e9\u00f8"),
      null,
      "<?xml version='1.0'\n encoding = 'windows-1250' ?>éř",
    ],
    [
      'the XML declaration in UTF-16',
      utf16be('<?xml version="1.0" encoding="utf-16"?>é'),
      null,
      '<?xml version="1.0" encoding="utf-16"?>é',
    ],
    [
      'a declaration that is not at the start counts for nothing',
      utf8(' <?xml version="1.0" encoding="latin1"?>é'),
      null,
      ' <?xml version="1.0" encoding="latin1"?>é',
    ],
    ['nothing at all', utf8(''), null, ''],
  ])('%s', (_, bytes, charset, text) => {
    expect(decodeText(bytes, charset)).toEqual({ text, notes: [] });
  });

  it.each([
    [
      'a BOM before the Content-Type',
      utf8('\uFEFFé'),
      'latin1',
      'é',
      /^The body is read as utf-8, as the byte order mark says, although/,
    ],
    [
      'the Content-Type before the XML declaration',
      utf8('<?xml version="1.0" encoding="latin1"?>é'),
      'utf-8',
      '<?xml version="1.0" encoding="latin1"?>é',
      /^The body is read as utf-8, as the Content-Type says/,
    ],
    [
      'an unknown charset is passed over',
      utf8('é'),
      'klingon',
      'é',
      /Unknown charset in the Content-Type, "klingon"/,
    ],
    ['one that no browser decodes, too', utf8('é'), 'utf-7', 'é', /Unknown charset/],
    ['bytes that are no text', latin1('é'), null, '\uFFFD', /no utf-8/],
    [
      'a declared UTF-16 that is not one',
      utf8('<?xml version="1.0" encoding="utf-16"?>'),
      null,
      expect.not.stringContaining('<'),
      /says utf-16, but is not written in it/,
    ],
  ])('%s, with a note', (_, bytes, charset, text, note) => {
    const decoded = decodeText(bytes, charset);
    expect(decoded.text).toEqual(text);
    expect(decoded.notes[0]).toMatch(note);
  });

  it('takes a U+FFFD that was sent for what it is', () => {
    expect(decodeText(utf8('\uFFFD'), null)).toEqual({ text: '\uFFFD', notes: [] });
  });
});
