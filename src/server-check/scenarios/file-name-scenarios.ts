/** File names, as galleries and people give them. */
import type { UploadScenario } from '../definition.ts';
import { plainPhoto, withMedia } from './changes.ts';

interface FileName {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly why: string;
  readonly failure: string;
}

const fileNames: readonly FileName[] = [
  {
    name: 'file-name-plain',
    title: 'A plain file name',
    file: 'IMG_20260427.jpg',
    why: 'What a camera calls its photos.',
    failure: 'No file name would do.',
  },
  {
    name: 'file-name-space',
    title: 'A file name with a space',
    file: 'my photo.jpg',
    why: 'In quotes on the wire while the other names are not; a name in a URL needs %20.',
    failure: 'The server reads names by hand, or puts the name into media_url as it is.',
  },
  {
    name: 'file-name-letters',
    title: 'A file name in other alphabets',
    file: 'kůň-写真.jpg',
    why: 'Raw UTF-8 in a header of a part, which some parsers read as latin-1.',
    failure: 'The name is read as latin-1 (busboy: defParamCharset), or the file system refuses it.',
  },
  {
    name: 'file-name-quote',
    title: 'A file name with a quote',
    file: '5" screen.jpg',
    why: 'Written with a backslash; some parsers end the name there.',
    failure: 'The parser does not know \\" in a file name. Use a name of your own for the file.',
  },
  {
    name: 'file-name-apostrophe',
    title: 'A file name with an apostrophe',
    file: "grandma's.jpg",
    why: 'Bare on the wire: Python’s email parser takes such a file for text.',
    failure: 'The file arrives as a text, or the name ends up in a command or a query as it is.',
  },
];

export const fileNameScenarios: readonly UploadScenario[] = fileNames.map(({ file, ...rest }) => ({
  kind: 'upload',
  group: 'file-name',
  request: `The file is named ${file}.`,
  expected: 'Success: what the file is called does not matter.',
  rule: 'MP-6',
  prepare: (session) => withMedia(session, plainPhoto, file),
  expects: { kind: 'success' },
  ...rest,
}));
