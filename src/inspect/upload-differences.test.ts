import { describe, expect, it } from 'vitest';
import type { RequestPlan } from '../core/request/plan.ts';
import type { DemoReport } from '../demo/report.ts';
import { buildFor } from '../test/build-for-test.ts';
import { uploadDifferences } from './upload-differences.ts';

const built = buildFor({
  url: 'http://127.0.0.1/demo/upload?to=1',
  data: 'to=x&to=y&file=%media_content%',
  headers: 'X-One: a\nX-Two:  b ',
});
function planOf(): RequestPlan {
  if (built.plan === null) throw new Error('no plan');
  return built.plan;
}
const plan = planOf();

const report: DemoReport = {
  id: 'a',
  receivedAt: '',
  method: plan.method,
  target: plan.target,
  headers: plan.headers.map(({ name, value }) => [name, value.trim()]),
  bodyLength: plan.bodyLength,
  bodyKept: true,
  fields: [
    { name: 'to', value: 'x', truncated: false },
    { name: 'to', value: 'y', truncated: false },
  ],
  files: [
    {
      field: 'file',
      name: plan.fileName,
      type: plan.mediaType,
      size: plan.body.reduce((sum, one) => (one.kind === 'media' ? sum + one.size : sum), 0),
      sha256: '',
      bytesAre: null,
      media: null,
    },
  ],
  fault: null,
};

describe('an upload beside this configuration', () => {
  it('has no differences where it is the same, whatever its boundary', () => {
    expect(uploadDifferences(report, plan)).toEqual([]);
    const headers = report.headers.map(
      ([name, value]) => [name, value.replace(/boundary=.*/, 'boundary=B')] as const,
    );
    expect(uploadDifferences({ ...report, headers }, plan)).toEqual([]);
  });

  it('differs in what differs, and in nothing else', () => {
    const [file] = report.files;
    const other: DemoReport = {
      ...report,
      method: 'PUT',
      target: '/demo/upload',
      headers: [
        ...report.headers
          .filter(([name]) => name !== 'X-One')
          .map(([name, value]) => [name === 'X-Two' ? 'x-two' : name, value] as const),
        ['X-More', '1'],
      ],
      fields: [
        { name: 'to', value: 'z', truncated: false },
        { name: 'more', value: '', truncated: false },
      ],
      files: file ? [{ ...file, name: null, size: 1 }] : [],
    };
    expect(uploadDifferences(other, plan)).toEqual([
      { what: 'Method', arrived: 'PUT', planned: 'POST' },
      { what: 'Target', arrived: '/demo/upload', planned: '/demo/upload?to=1' },
      { what: 'Header X-One', arrived: null, planned: 'a' },
      { what: 'Header X-Two', arrived: 'x-two', planned: 'X-Two' },
      { what: 'Header X-More', arrived: '1', planned: null },
      { what: 'Field to', arrived: 'z', planned: 'x' },
      { what: 'Field to', arrived: null, planned: 'y' },
      { what: 'Field more', arrived: '', planned: null },
      {
        what: 'File file',
        arrived: expect.stringMatching(/^\(no file name\), .*, 1 byte$/),
        planned: expect.any(String),
      },
    ]);
  });

  it('differs in the order of headers', () => {
    const headers = report.headers.toReversed();
    expect(uploadDifferences({ ...report, headers }, plan).map(({ what }) => what)).toEqual([
      'Order of headers',
    ]);
  });
});
