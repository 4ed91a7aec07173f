/**
 * Requests that tell what reads the uploads: each writes one thing so that some of 26 measured servers take the
 * file and others do not (`src/doctor/measured-probes.ts`). Most are nothing that the app sends, so no answer is
 * wrong. All begin from the request with quoted names, which every one of them reads.
 */
import type { RequestPlan } from '../../core/request/plan.ts';
import {
  type FormBody,
  type FormPart,
  formOf,
  planWithForm,
  planWithHeader,
  textPart,
} from '../edited-plan.ts';

export interface Probe {
  readonly name: ProbeName;
  readonly title: string;
  /** What is sent, as a sentence. */
  readonly request: string;
  readonly edit: (plan: RequestPlan) => RequestPlan;
}

const file = (title: string, request: string, lines: (part: FormPart) => readonly string[]) =>
  form(title, request, (body) => ({
    ...body,
    parts: body.parts.map((part) => (part.isFile ? { ...part, lines: lines(part) } : part)),
  }));

const form = (title: string, request: string, edit: (body: FormBody) => FormBody) => ({
  title,
  request,
  edit: (plan: RequestPlan) => planWithForm(plan, edit(formOf(plan))),
});

/** Right before the file: what a server makes of it, it makes before it has read that. */
const before = (title: string, request: string, part: FormPart) =>
  form(title, request, (body) => ({
    ...body,
    parts: body.parts.flatMap((one) => (one.isFile ? [part, one] : [one])),
  }));

const disposition = (lines: readonly string[], change: (line: string) => string) =>
  lines.map((line) => (line.startsWith('Content-Disposition:') ? change(line) : line));

const extra = (name: string) => [`Content-Disposition: form-data; name="${name}"`];

/** Content-Type with the boundary written in another way. */
function contentType(title: string, request: string, value: (boundary: string) => string) {
  const edit = (plan: RequestPlan) => planWithHeader(plan, 'Content-Type', value(plan.boundary));
  return { title, request, edit };
}

/** Of the characters of RFC 2046, 70 in all. */
const longBoundary = `a'()+_,-./:=?${'0123456789'.repeat(5)}1234567`;

const described = {
  quoted: { title: 'Names in quotes', request: 'Every name is in quotes.', edit: (plan) => plan },
  bare: form('Names without quotes', 'No name is in quotes.', (body) => ({
    ...body,
    parts: body.parts.map((part) => ({
      ...part,
      lines: disposition(part.lines, (line) => line.replaceAll(/"([\w.-]+)"/g, '$1')),
    })),
  })),
  put: { title: 'PUT', request: 'The method is PUT.', edit: (plan) => ({ ...plan, method: 'PUT' }) },
  'no-charset': contentType(
    'Content-Type without charset',
    'Content-Type names no charset.',
    (boundary) => `multipart/form-data; boundary="${boundary}"`,
  ),
  'bare-boundary': contentType(
    'Boundary without quotes',
    'The boundary in Content-Type is not in quotes.',
    (boundary) => `multipart/form-data; charset=utf-8; boundary=${boundary}`,
  ),
  'header-case': contentType(
    'Content-Type in other letter case',
    'Content-Type and its parameters are written with capitals.',
    (boundary) => `Multipart/Form-Data; Charset=UTF-8; Boundary="${boundary}"`,
  ),
  'blank-line': file(
    'The documentation’s empty line',
    'An empty line stands before the headers of the file part.',
    ({ lines }) => ['', ...lines],
  ),
  'no-file-name': file('An empty file name', 'The file name is "".', ({ lines }) =>
    disposition(lines, (line) => line.replace(/filename="[^"]*"/, 'filename=""')),
  ),
  'extended-name': file(
    'filename* alone',
    'The file name is in filename* and not in filename.',
    ({ lines }) => disposition(lines, (line) => line.replace(/filename="[^"]*"/, "filename*=UTF-8''p.jpg")),
  ),
  'space-in-name': file(
    'A space in a bare file name',
    'The file name is my p.jpg, without quotes.',
    ({ lines }) => disposition(lines, (line) => line.replace(/filename="[^"]*"/, 'filename=my p.jpg')),
  ),
  'quote-in-name': file('A quote in the file name', 'The file name is "a\\"b.jpg".', ({ lines }) =>
    disposition(lines, (line) => line.replace(/filename="[^"]*"/, 'filename="a\\"b.jpg"')),
  ),
  'apostrophe-in-name': file(
    'An apostrophe in a bare file name',
    "The file name is it's.jpg, without quotes.",
    ({ lines }) => disposition(lines, (line) => line.replace(/filename="[^"]*"/, "filename=it's.jpg")),
  ),
  'no-semicolons': file(
    'No semicolons',
    'Spaces stand between the parameters of Content-Disposition.',
    ({ lines }) => disposition(lines, (line) => line.replaceAll('; ', ' ')),
  ),
  attachment: file('Attachment', 'The file part is an attachment instead of form-data.', ({ lines }) =>
    disposition(lines, (line) => line.replace('form-data', 'attachment')),
  ),
  'spaces-at-equals': file('Spaces at equals signs', 'name = "…" with spaces.', ({ lines }) =>
    disposition(lines, (line) => line.replaceAll('="', ' = "')),
  ),
  folded: file('A folded header', 'Content-Disposition goes on in a second line.', ({ lines }) =>
    disposition(lines, (line) => line.replace('form-data; ', 'form-data;\r\n ')),
  ),
  'no-part-type': file('No type of the file part', 'The file part has no Content-Type.', ({ lines }) =>
    lines.filter((line) => !line.startsWith('Content-Type:')),
  ),
  'no-part-headers': before('A part without headers', 'One part more has no headers.', textPart([], 'x')),
  'nameless-part': before(
    'A part with an empty name',
    'One part more has the name "".',
    textPart(extra(''), 'x'),
  ),
  'charset-part': before(
    'A part named _charset_',
    'One part more is _charset_.',
    textPart(extra('_charset_'), 'utf-8'),
  ),
  'boundary-in-value': form('The boundary in a value', 'One value more has the boundary in it.', (body) => ({
    ...body,
    parts: [textPart(extra('probe'), `mid --${body.boundary} line`), ...body.parts],
  })),
  'boundary-begins-line': form(
    'A line that begins as a delimiter',
    'A line of one value more begins as a delimiter does.',
    (body) => ({
      ...body,
      parts: [textPart(extra('probe'), `a\r\n--${body.boundary}X\r\nb`), ...body.parts],
    }),
  ),
  'long-boundary': {
    title: 'A boundary of 70 characters',
    request: 'The boundary has 70 characters, special ones among them.',
    edit: (plan) => {
      const edited = planWithForm(plan, { ...formOf(plan), boundary: longBoundary });
      return planWithHeader(
        edited,
        'Content-Type',
        `multipart/form-data; charset=utf-8; boundary="${longBoundary}"`,
      );
    },
  },
  'padded-delimiters': form(
    'Spaces behind delimiters',
    'Two spaces stand behind each delimiter.',
    (body) => ({
      ...body,
      padding: '  ',
    }),
  ),
  preamble: form('A preamble', 'A line of text stands before the first delimiter.', (body) => ({
    ...body,
    preamble: 'This is a preamble\r\n',
  })),
  'line-feeds': form('LF line ends', 'The lines of the body end in LF alone.', (body) => ({
    ...body,
    lineEnd: '\n',
  })),
} as const satisfies Record<string, Omit<Probe, 'name'>>;

export type ProbeName = keyof typeof described;

export const probes: readonly Probe[] = Object.entries<Omit<Probe, 'name'>>(described).flatMap(
  ([name, probe]) => (isProbeName(name) ? [{ name, ...probe }] : []),
);

export function isProbeName(name: string): name is ProbeName {
  return Object.hasOwn(described, name);
}

/** As a scenario is named. */
export const scenarioOfProbe = (name: ProbeName) => `probe-${name}`;

/** Null where a scenario is no probe. */
export function probeOfScenario(scenario: string): ProbeName | null {
  const name = scenario.replace(/^probe-/, '');
  return scenario.startsWith('probe-') && isProbeName(name) ? name : null;
}
