import { expect, it } from 'vitest';
import { buildFor } from '../core/build-for-test.ts';
import { createLatestRequest, largeText } from './latest-request.ts';

const large = `<account>${' '.repeat(largeText)}</account>`;

it('answers at once in a small document, with a request a keystroke old too', () => {
  const requests = createLatestRequest();
  expect(requests.forText('<account/>')).toBeNull();
  const built = buildFor({ xml: '<account/>' });
  requests.tell(built);
  expect(requests.forText('<account>/>')).toBe(built);
});

it('waits in a large document for the request that is being built of it', async () => {
  const requests = createLatestRequest();
  requests.tell(buildFor({ xml: '<account/>' }));
  const answer = requests.forText(large);
  const next = buildFor({ xml: large });
  requests.tell(next);
  expect(await answer).toBe(next);
  expect(requests.forText(large)).toBe(next);
});
