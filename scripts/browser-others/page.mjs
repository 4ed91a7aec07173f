/** The page as a person knows it, by role and name, in any engine; on top of driver.mjs. */
import { until } from './child.mjs';

/** Elements by role: the ones that the page uses, no more. */
const selectors = {
  button: 'button, summary, [role="button"]',
  checkbox: 'input[type="checkbox"]',
  textbox: 'textarea, input:not([type]), input[type="text"], [role="textbox"]',
  file: 'input[type="file"]',
  region: 'section[aria-label]',
  group: '[role="group"]',
  status: '[role="status"]',
  tab: '[role="tab"]',
  menuitemradio: '[role="menuitemradio"]',
  any: '[aria-label]',
};

/** @typedef {keyof typeof selectors} Role */

/** Pictures in a row that are the same, for one that stands still. */
const stillPictures = 3;

/** Keys of WebDriver: what can't be written as a character. */
export const keys = {
  control: '\uE009',
  shift: '\uE008',
  enter: '\uE007',
  escape: '\uE00C',
  home: '\uE011',
  end: '\uE010',
};

/** Runs in the page: the first shown element of the role whose name is the one given, or begins with it. */
const find = `(selector, name, hiddenToo) => {
  const textOf = (id) => document.getElementById(id)?.textContent ?? '';
  const nameOf = (element) => element.getAttribute('aria-label')
    ?? (element.getAttribute('aria-labelledby')?.split(/\\s+/).map(textOf).join(' ')
    || Array.from(element.labels ?? [], (label) => label.textContent).join(' ')
    || element.textContent);
  const all = Array.from(document.querySelectorAll(selector));
  const shown = hiddenToo ? all : all.filter((element) => element.getClientRects().length > 0);
  const named = shown.map((element) => [element, nameOf(element).replace(/\\s+/g, ' ').trim()]);
  return (named.find(([, its]) => its === name) ?? named.find(([, its]) => its.startsWith(name)))?.[0] ?? null;
}`;

export class Page {
  /** @param {import('./driver.mjs').Driver} driver */
  constructor(driver) {
    this.driver = driver;
  }

  /**
   * Runs a function in the page; it sees its parameters and the page, nothing of here.
   *
   * @template {readonly unknown[]} Parameters
   * @template Result
   * @param {(...parameters: Parameters) => Result | Promise<Result>} work
   * @param {Parameters} parameters
   * @returns {Promise<Result>}
   */
  evaluate(work, ...parameters) {
    return this.driver.evaluate(String(work), parameters);
  }

  /** Opens the playground as if for the first time, and waits until its editor is there. */
  async open(/** @type {string} */ url, { theme = '' } = {}) {
    await this.driver.open(new URL('favicon.svg', url).href);
    await this.evaluate((chosen) => {
      sessionStorage.clear();
      localStorage.clear();
      indexedDB.deleteDatabase('media-upload-playground');
      if (chosen) localStorage.setItem('media-upload-playground.theme', chosen);
    }, theme);
    await this.#load(url);
  }

  /** Opens it as a tab does that finds what others left: with nothing of a tab's own. */
  async openAnew(/** @type {string} */ url) {
    await this.driver.open(new URL('favicon.svg', url).href);
    await this.evaluate(() => sessionStorage.clear());
    await this.#load(url);
  }

  async #load(/** @type {string} */ url) {
    await this.driver.open(url);
    await this.waitFor(
      'the editor',
      () => document.querySelector('[aria-roledescription="editor"]') !== null,
    );
    await this.evaluate(async () => void (await document.fonts.ready));
  }

  /**
   * @template {readonly unknown[]} Parameters
   * @param {string} what
   * @param {(...parameters: Parameters) => boolean} holds runs in the page
   * @param {Parameters} parameters
   */
  async waitFor(what, holds, ...parameters) {
    await until(what, () => this.evaluate(holds, ...parameters));
  }

  /** Text of the shown element of this role and name; null where there is none. */
  text(/** @type {Role} */ role, /** @type {string} */ name) {
    return this.driver.evaluate(
      `(...given) => { const element = (${find})(...given); return element && (element.value ?? element.textContent); }`,
      [selectors[role], name],
    );
  }

  /** Waits until the element's text holds `part`, and returns it. */
  async textWith(
    /** @type {Role} */ role,
    /** @type {string} */ name,
    /** @type {string | RegExp} */ part,
    /** @type {number | undefined} */ milliseconds = undefined,
  ) {
    const holds = (/** @type {string} */ text) =>
      typeof part === 'string' ? text.includes(part) : part.test(text);
    return until(
      `${role} “${name}” with ${part}`,
      async () => {
        const text = await this.text(role, name);
        return text !== null && holds(text) ? text : null;
      },
      milliseconds,
    );
  }

  /** A real click, by the pointer, in the middle of the element. */
  async click(/** @type {Role} */ role, /** @type {string} */ name) {
    const at = await until(`${role} “${name}”`, () =>
      this.driver.evaluate(
        `(...given) => {
          const element = (${find})(...given);
          if (!element || element.disabled) return null;
          element.scrollIntoView({ block: 'center' });
          const { left, top, width, height } = element.getClientRects()[0];
          return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
        }`,
        [selectors[role], name],
      ),
    );
    await this.pointAt(at.x, at.y);
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.driver.perform([pointer(press)]);
  }

  async pointAt(/** @type {number} */ x, /** @type {number} */ y) {
    await this.driver.perform([pointer([{ type: 'pointerMove', x, y, duration: 0 }])]);
  }

  /** Types characters, keys of `keys` among them. */
  async type(/** @type {string} */ text) {
    const actions = Array.from(text).flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.driver.perform([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** `value` while `held` is down. */
  async press(/** @type {string} */ held, /** @type {string} */ value) {
    const down = (/** @type {string} */ key) => ({ type: 'keyDown', value: key });
    const up = (/** @type {string} */ key) => ({ type: 'keyUp', value: key });
    const actions = [down(held), down(value), up(value), up(held)];
    await this.driver.perform([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** Chooses a file of this machine for the file field of that name. */
  async chooseFile(/** @type {string} */ label, /** @type {string} */ path) {
    const element = await this.driver.handle(find, [selectors.file, label, true]);
    await this.driver.chooseFile(element, path);
  }

  /** The picture of the page once it stands still: several are the same, with frames between them. */
  async screenshot() {
    let last = Buffer.of();
    let same = 0;
    return until('a still picture', async () => {
      await this.evaluate(async () => {
        for (let frame = 0; frame < 2; frame += 1)
          await new Promise((resolve) => requestAnimationFrame(resolve));
      });
      const before = last;
      last = await this.driver.screenshot();
      same = last.equals(before) ? same + 1 : 0;
      return same === stillPictures ? last : null;
    });
  }
}

function pointer(/** @type {readonly object[]} */ actions) {
  return { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
}
