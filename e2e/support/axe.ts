/** What axe finds in the page as it stands. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** By WCAG 2.2 AA, and by what axe holds to be good practice. `part`: a selector, where the rest was looked at before. */
export async function expectAccessible(page: Page, state = 'as it stands', part?: string): Promise<void> {
  await settle(page);
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    // There are no frames: what they need opens a page for each look.
    .setLegacyMode();
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  expect(
    violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
    ]),
    state,
  ).toEqual([]);
}

/** The same in light and in dark colours. */
export async function expectAccessibleInBoth(page: Page, state: string, part?: string): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  // Those that it has first: each turn draws all anew.
  for (const colorScheme of isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${state}, ${colorScheme}`, part);
  }
}

/**
 * A colour on its way from one to another is none that a person reads. Motion is brought to its end, not waited
 * for: in a part that isn't drawn it never ends. And what follows the colour scheme has heard of it after a frame.
 */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) {
      const end = animation.effect?.getComputedTiming().endTime;
      if (end !== undefined && end !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });
}
