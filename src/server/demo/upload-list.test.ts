import { expect, test } from 'vitest';
import type { DemoReport } from '../../demo/report.ts';
import { createUploadList } from './upload-list.ts';

const report = (id: string, value = ''): DemoReport => ({
  id,
  receivedAt: '',
  method: 'POST',
  target: '/',
  headers: [],
  bodyLength: 0,
  fields: [{ name: '', value, truncated: false }],
  files: [],
  fault: null,
});
const ids = (reports: readonly DemoReport[]) => reports.map(({ id }) => id).join('');

test('the newest stands first, and the oldest goes', () => {
  const list = createUploadList(3);
  for (const id of 'abcde') list.add(report(id));
  expect(ids(list.all())).toBe('edc');
});

test('of long ones fewer are listed, but always the last', () => {
  const list = createUploadList();
  const long = 'x'.repeat(1_500_000);
  for (const id of 'abcd') list.add(report(id, long));
  expect(ids(list.all())).toBe('dc');
  list.add(report('e', long.repeat(4)));
  expect(ids(list.all())).toBe('e');
  list.add(report('f'));
  expect(ids(list.all())).toBe('f');
});
