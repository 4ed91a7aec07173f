import {
  environmentManager,
  focusManager,
  MutationObserver,
  onlineManager,
  type QueryFunction,
  QueryObserver,
} from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createQueryClient } from './queries.tsx';

// Away from a browser the library retries nothing anyway.
beforeEach(() => environmentManager.setIsServer(() => false));
afterEach(() => {
  environmentManager.setIsServer(() => true);
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what is awaited', () => {
  it('is asked for once, whatever window and network do afterwards', async () => {
    const client = createQueryClient();
    client.mount();
    for (const answer of [() => Promise.resolve('there'), () => Promise.reject(new Error('gone'))]) {
      let asked = 0;
      const queryFn: QueryFunction<string> = () => {
        asked += 1;
        return answer();
      };
      const leave = new QueryObserver(client, { queryKey: [answer], queryFn }).subscribe(() => {});
      await settled();
      focusManager.setFocused(false);
      focusManager.setFocused(true);
      onlineManager.setOnline(false);
      onlineManager.setOnline(true);
      await settled();
      expect(asked).toBe(1);
      expect(client.isFetching()).toBe(0);
      leave();
    }
    client.unmount();
  });

  it('is asked for while the browser takes itself for offline: the playground is on this machine', async () => {
    onlineManager.setOnline(false);
    const answer = createQueryClient().fetchQuery({ queryKey: ['it'], queryFn: () => 'there' });
    await expect(answer).resolves.toBe('there');
  });

  it('is told apart by the objects it depends on, however alike they are', async () => {
    const client = createQueryClient();
    const read = (blob: Blob) => client.fetchQuery({ queryKey: ['text', blob], queryFn: () => blob.text() });
    const [one, two] = [new Blob(['1']), new Blob(['2'])];
    expect([await read(one), await read(two), await read(one)]).toEqual(['1', '2', '1']);
    const ask = (...key: unknown[]) => client.fetchQuery({ queryKey: key, queryFn: () => key, gcTime: 1e6 });
    for (const key of [[1], ['1'], ['1 2'], ['1', '2'], [null], [['1']], [() => 1], [() => 1]]) {
      expect(await ask(...key)).toEqual(key);
    }
  });
});

describe('what is done', () => {
  it.each([true, false])('is done once though it fails, browser online: %s', async (isOnline) => {
    onlineManager.setOnline(isOnline);
    const client = createQueryClient();
    client.mount();
    let done = 0;
    const sending = new MutationObserver(client, {
      mutationFn: () => {
        done += 1;
        return Promise.reject(new Error('reset'));
      },
    });
    await expect(sending.mutate()).rejects.toThrow('reset');
    focusManager.setFocused(true);
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await settled();
    expect(done).toBe(1);
    client.unmount();
  });
});
