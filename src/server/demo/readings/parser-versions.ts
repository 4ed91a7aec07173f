/** Of the parsers as they are built in here; a test holds them to package.json. */
import type { ServerParserId } from '../../../demo/readings.ts';

export const parserVersions: Readonly<Record<ServerParserId, string>> = {
  busboy: '1.6.0',
  formidable: '3.5.4',
  multiparty: '4.3.1',
  undici: `${process.versions['undici'] ?? '?'}, Node ${process.versions.node}`,
};
