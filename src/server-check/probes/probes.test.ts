import busboy from 'busboy';
import { describe, expect, it } from 'vitest';
import { headText } from '../../core/request/bytes.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { bodyOf, buildFor, jpegBytes, latin1 } from '../../test/build-for-test.ts';
import { type ProbeName, probeOfScenario, probes, scenarioOfProbe } from './probes.ts';

const { plan: given } = buildFor({
  data: 'to=%to%&file=%media_content%',
  params: { to: '+1' },
  media: { name: 'p.jpg' },
  boundary: 'bound',
  assume: { 'part-names': 'quoted' },
});

function probed(name: ProbeName): RequestPlan {
  const probe = probes.find((one) => one.name === name);
  if (given === null || probe === undefined) throw new Error('No plan.');
  return probe.edit(given);
}

const text = (name: ProbeName) => {
  const plan = probed(name);
  return headText(plan) + latin1(bodyOf(plan, jpegBytes));
};

describe('every probe', () => {
  it.each(probes.map(({ name }) => name))('%s differs from all the others, its length true', (name) => {
    const plan = probed(name);
    expect(plan.bodyLength).toBe(bodyOf(plan, jpegBytes).length);
    expect(probes.filter((other) => text(other.name) === text(name))).toHaveLength(1);
  });

  it('has a name that leads back to it', () => {
    for (const { name } of probes) expect(probeOfScenario(scenarioOfProbe(name))).toBe(name);
    expect(probeOfScenario('photo')).toBeNull();
    expect(probeOfScenario('probe-constructor')).toBeNull();
  });
});

it.each([
  ['bare', 'name=file; filename=p.jpg'],
  ['blank-line', '--bound\r\n\r\nContent-Disposition: form-data; name="file"'],
  ['no-file-name', 'name="file"; filename=""\r\n'],
  ['extended-name', `name="file"; filename*=UTF-8''p.jpg\r\n`],
  ['space-in-name', 'name="file"; filename=my p.jpg\r\n'],
  ['quote-in-name', 'filename="a\\"b.jpg"\r\n'],
  ['apostrophe-in-name', `name="file"; filename=it's.jpg\r\n`],
  ['no-semicolons', 'form-data name="file" filename="p.jpg"\r\n'],
  ['attachment', 'Content-Disposition: attachment; name="file"'],
  ['spaces-at-equals', 'name = "file"; filename = "p.jpg"\r\n'],
  ['folded', 'form-data;\r\n name="file"'],
  ['no-part-type', 'filename="p.jpg"\r\n\r\n'],
  ['no-part-headers', '--bound\r\n\r\nx\r\n--bound\r\nContent-Disposition: form-data; name="file"'],
  ['nameless-part', 'name=""\r\n\r\nx\r\n'],
  ['charset-part', 'name="_charset_"\r\n\r\nutf-8\r\n'],
  ['boundary-in-value', 'mid --bound line'],
  ['boundary-begins-line', 'a\r\n--boundX\r\nb'],
  ['padded-delimiters', '--bound  \r\n'],
  ['preamble', '\r\n\r\nThis is a preamble\r\n--bound\r\n'],
  ['no-charset', 'Content-Type: multipart/form-data; boundary="bound"\r\n'],
  ['bare-boundary', 'charset=utf-8; boundary=bound\r\n'],
  ['header-case', 'Multipart/Form-Data; Charset=UTF-8; Boundary="bound"'],
  ['put', 'PUT /up HTTP/1.1\r\n'],
] satisfies readonly (readonly [ProbeName, string])[])('%s writes what it says', (name, expected) => {
  expect(text(name)).toContain(expected);
});

it('ends lines in LF alone where it says so', () => {
  expect(latin1(bodyOf(probed('line-feeds'), jpegBytes)).replace(latin1(jpegBytes), '')).not.toContain('\r');
});

it('has a long boundary of 70 characters that an independent parser reads', async () => {
  const plan = probed('long-boundary');
  expect(plan.boundary).toHaveLength(70);
  const type = plan.headers.find(({ name }) => name === 'Content-Type')?.value ?? '';
  const parser = busboy({ headers: { 'content-type': type } });
  const files: string[] = [];
  parser.on('file', (_, stream, { filename }) => {
    files.push(filename ?? '');
    stream.resume();
  });
  await new Promise((resolve, reject) => {
    parser.on('close', resolve);
    parser.on('error', reject);
    parser.end(bodyOf(plan, jpegBytes));
  });
  expect(files).toEqual(['p.jpg']);
});
