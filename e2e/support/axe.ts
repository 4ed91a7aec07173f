/** What axe finds in the page as it stands. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** WCAG 2.2 AA, and what axe holds to be good practice. */
export async function expectAccessible(page: Page, state = 'as it stands'): Promise<void> {
  await check(new AxeBuilder({ page }).withTags(tags), page, state);
}

/** What another colour scheme may change of it. */
export async function expectContrast(page: Page, state: string): Promise<void> {
  await check(new AxeBuilder({ page }).withRules(['color-contrast']), page, state);
}

async function check(builder: AxeBuilder, page: Page, state: string): Promise<void> {
  await motionEnds(page);
  const { violations } = await builder.analyze();
  expect(
    violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
    ]),
    state,
  ).toEqual([]);
}

/**
 * A colour on its way from one to another is none that a person reads. Motion is brought to its end, not waited
 * for: in a part that isn't drawn it never ends.
 */
async function motionEnds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      const end = animation.effect?.getComputedTiming().endTime;
      if (end !== undefined && end !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });
}
