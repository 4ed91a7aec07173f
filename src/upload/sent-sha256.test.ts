import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Sha256, withSha256 } from './sent-sha256.ts';

function nodeSha256(): Sha256 {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const body = new Uint8Array(300).map((_, index) => index * 7);
const media = { start: 20, end: 280 };

it('is of body and media, however they are cut, and of no media that was not sent whole', () => {
  const places = fc.array(fc.nat({ max: body.length }), { maxLength: 6 });
  fc.assert(
    fc.property(places, fc.nat({ max: body.length }), (cuts, end) => {
      let compared = 0;
      const hash = {
        update: ({ length }: Uint8Array) => {
          compared += length;
        },
        digest: () => '',
      };
      const hashing = withSha256(hash, media, nodeSha256(), nodeSha256());
      const edges = [0, ...cuts.filter((at) => at < end).sort((a, b) => a - b), end];
      for (const [index, from] of edges.slice(0, -1).entries()) {
        hashing.update(body.subarray(from, edges[index + 1]));
      }
      expect(compared).toBe(end);
      expect(hashing.sha256()).toEqual({
        body: sha256(body.subarray(0, end)),
        media: end < media.end ? null : sha256(body.subarray(media.start, media.end)),
      });
    }),
  );
});

it('is of the body alone where no media is in it', () => {
  const hashing = withSha256({ update: () => {}, digest: () => '' }, null, nodeSha256(), nodeSha256());
  hashing.update(body);
  expect(hashing.sha256()).toEqual({ body: sha256(body), media: null });
});
