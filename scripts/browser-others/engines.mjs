/** The engines beside Chromium, which e2e drives. */
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

export const engines = [firefox, webkit];

/** Those that can run here. */
export const installedEngines = () => engines.filter((engine) => engine.missing().length === 0);
