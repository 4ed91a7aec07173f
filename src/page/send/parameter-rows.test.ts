import fc from 'fast-check';
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

  it('show recipient and description first, then what the templates use', () => {
    expect(rows.main.map((row) => [row.name, row.value, row.isSet, row.isUsed])).toEqual([
      ['to', '+420', true, true],
      ['description', '', false, false],
      ['account[username]', 'johndow', false, true],
    ]);
  });

  it('keep their order, whatever the templates use, and in which order', () => {
    const all: readonly UsedParameter[] = [
      'zeta',
      'media_size',
      'account[a]',
      'to',
      'imei',
      'description',
    ].map((name) => ({ name, value: '', source: { kind: 'unset' }, secret: false, occurrences: [] }));
    const order = (parameters: readonly UsedParameter[]) =>
      parameterRows(parameters, {}, {}).main.map(({ name }) => name);
    const whole = order(all);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all]), (some) => {
        const shown = order(some);
        expect(shown).toEqual(whole.filter((name) => shown.includes(name)));
      }),
    );
  });

  it('list every other parameter once, the own ones last', () => {
    const names = rows.others.map((row) => row.name);
    expect(names).not.toContain('to');
    expect(names).not.toContain('media_content');
    expect(names).toContain('imei');
    expect(names.slice(-2)).toEqual(['account[password]', 'own']);
  });

  it('list the media itself only where the person gave it a value', () => {
    const names = (own: Record<string, string>) => parameterRows(used, own, {}).others.map((row) => row.name);
    expect(names({ media_content: '' })).toContain('media_content');
    expect(names({})).not.toContain('media_content');
  });

  it('show what the person typed, not what was built from it a moment ago', () => {
    const later = parameterRows(used, { to: '00 4' }, {});
    expect(later.main.map(({ value }) => value)).toEqual(['00 4', '', 'johndow']);
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
