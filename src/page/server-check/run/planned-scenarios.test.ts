import { describe, expect, it } from 'vitest';
import { allScenarios } from '../../../server-check/scenarios/all-scenarios.ts';
import { buildFor } from '../../../test/build-for-test.ts';
import { limitsOf } from '../chosen-limits.ts';
import { plannedScenarios } from './planned-scenarios.ts';

const withFile = { url: 'https://media.example/up', data: 'file=%media_content%' };
const plannedFor = (short: Parameters<typeof buildFor>[0]) => {
  const planned = plannedScenarios(allScenarios, buildFor(short).inputs);
  return new Map(planned.map((one) => [one.name, one]));
};

describe('what a check would send', () => {
  it('is known of every scenario before anything is sent', () => {
    const planned = plannedFor(withFile);
    expect([...planned.keys()]).toEqual(allScenarios.map(({ name }) => name));
    expect(planned.get('photo')).toMatchObject({ why: null, uploads: 1, requests: 2 });
    expect(planned.get('twice')).toMatchObject({ uploads: 2, requests: 4 });
    expect(planned.get('photo')?.bytes).toBeGreaterThan(48 * 1024);
  });

  it('is nothing where the configuration can’t ask it, and why is said', () => {
    const planned = plannedFor({ url: 'https://media.example/up', data: 'to=%to%' });
    expect(planned.get('photo')).toMatchObject({ uploads: 0, bytes: 0 });
    expect(planned.get('photo')?.why).toContain('%media_content%');
    expect(plannedFor(withFile).get('description-emoji')?.why).toContain('%description%');
  });

  it('is twice as much where a login is set up', () => {
    const login = { genericMediaUploadAuthUsername: 'joe', genericMediaUploadAuthPassword: 'pw' };
    const [plain, asked] = [plannedFor(withFile), plannedFor({ ...withFile, nodes: login })];
    expect(asked.get('photo')).toMatchObject({ uploads: 1, requests: 3 });
    expect(asked.get('photo')?.bytes).toBe(2 * (plain.get('photo')?.bytes ?? 0));
  });

  it('is added up of those that are chosen', () => {
    const planned = plannedFor(withFile);
    const limits = limitsOf(new Set(['photo', 'clip', 'description-emoji']), planned, 300);
    const bytes = (planned.get('photo')?.bytes ?? 0) + (planned.get('clip')?.bytes ?? 0);
    expect(limits).toEqual({ seconds: 300, uploads: 2, bytes, impossible: 1, requests: 10 });
  });
});
