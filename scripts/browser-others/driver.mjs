/**
 * What the checks need of an engine. Two implementations: firefox.mjs (WebDriver BiDi) and
 * webkit.mjs (W3C WebDriver). Elements are found by role and name in page.mjs, on top of this.
 *
 * @typedef {object} Driver
 * @property {string} engine its name and version, for people
 * @property {(url: string) => Promise<void>} open navigates; returns once the document is there
 * @property {(source: string, parameters: readonly unknown[]) => Promise<any>} evaluate runs a function, given as its source, in the page; parameters and result are JSON
 * @property {(source: string, parameters: readonly unknown[]) => Promise<ElementHandle>} handle as evaluate, where the result is an element
 * @property {(actions: readonly object[]) => Promise<void>} perform input as in W3C WebDriver, which BiDi shares
 * @property {(element: ElementHandle, path: string) => Promise<void>} chooseFile
 * @property {() => Promise<Buffer>} screenshot the viewport's pixels, in a form of the engine's own: to be compared with each other
 * @property {number} leastWidth of the viewport; an engine's own window may allow no less
 * @property {(width: number, height: number) => Promise<void>} resize the viewport
 * @property {() => Promise<readonly string[]>} consoleErrors of the document that is open
 * @property {() => Promise<void>} close ends the engine and takes its profile away
 *
 * @typedef {object} Engine
 * @property {string} name
 * @property {() => readonly string[]} missing the programs that it lacks here; empty where it can run
 * @property {() => Promise<Driver>} start
 *
 * @typedef {Readonly<Record<string, string>>} ElementHandle of the protocol's own form
 */
export {};
