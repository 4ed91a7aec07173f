import { describe, expect, it } from 'vitest';
import type { UsedParameter } from '../../core/build-request.ts';
import { parameterRows } from './parameter-rows.ts';

const used: readonly UsedParameter[] = [
  {
    name: 'account[username]',
    value: 'johndow',
    source: { kind: 'node', range: { start: 3, end: 9 } },
    secret: false,
    occurrences: [],
  },
  { name: 'to', value: '+420', source: { kind: 'user' }, secret: false, occurrences: [] },
];

describe('parameter rows', () => {
  const set = { to: '+420', own: 'x', 'account[password]': 'p' };
  const rows = parameterRows(used, set, { media_size: '5' });

  it('show what the templates use first, in its order', () => {
    expect(rows.used.map((row) => [row.name, row.value, row.isSet])).toEqual([
      ['account[username]', 'johndow', false],
      ['to', '+420', true],
    ]);
  });

  it('list every other parameter once, the own ones last', () => {
    const names = rows.others.map((row) => row.name);
    expect(names).not.toContain('to');
    expect(names).not.toContain('media_content');
    expect(names).toContain('imei');
    expect(names.slice(-2)).toEqual(['own', 'account[password]']);
  });

  it('list the media itself only where the person gave it a value', () => {
    const names = (own: Record<string, string>) => parameterRows(used, own, {}).others.map((row) => row.name);
    expect(names({ media_content: '' })).toContain('media_content');
    expect(names({})).not.toContain('media_content');
  });

  it('show what the person typed, not what was built from it a moment ago', () => {
    const later = parameterRows(used, { to: '00 4' }, {});
    expect(later.used.map(({ value }) => value)).toEqual(['johndow', '00 4']);
  });

  it('have what the media gives', () => {
    const row = rows.others.find((other) => other.name === 'media_size');
    expect(row).toMatchObject({ value: '5', source: { kind: 'media' }, isSet: false });
  });

  it('know an own parameter and a secret', () => {
    const row = (name: string) => rows.others.find((other) => other.name === name);
    expect(row('own')).toMatchObject({ isOwn: true, secret: false, value: 'x' });
    expect(row('account[password]')).toMatchObject({ isOwn: false, secret: true });
    expect(row('imei')).toMatchObject({ isOwn: false, isSet: false, source: { kind: 'unset' } });
  });
});
