import { expect, test } from 'vitest';
import { createUploadList, type ListedUpload } from './upload-list.ts';

const upload = (id: string, value = ''): ListedUpload => ({
  body: `body of ${id}`,
  report: {
    id,
    receivedAt: '',
    method: 'POST',
    target: '/',
    headers: [],
    bodyLength: 0,
    fields: [{ name: '', value, truncated: false }],
    files: [],
    fault: null,
  },
});
const ids = (uploads: readonly ListedUpload[]) => uploads.map(({ report }) => report.id).join('');

test('the newest stands first, and the oldest goes, which is said', () => {
  const gone: (string | null)[] = [];
  const list = createUploadList(({ body }) => gone.push(body), 3);
  for (const id of 'abcde') list.add(upload(id));
  expect(ids(list.all())).toBe('edc');
  expect(gone).toEqual(['body of a', 'body of b']);
});

test('of long ones fewer are listed, but always the last', () => {
  const list = createUploadList();
  const long = 'x'.repeat(1_500_000);
  for (const id of 'abcd') list.add(upload(id, long));
  expect(ids(list.all())).toBe('dc');
  list.add(upload('e', long.repeat(4)));
  expect(ids(list.all())).toBe('e');
  list.add(upload('f'));
  expect(ids(list.all())).toBe('f');
});
