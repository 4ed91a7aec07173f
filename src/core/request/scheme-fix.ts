import type { Fix } from '../source/diagnostics.ts';
import type { Template } from '../template/template.ts';
import { sourceFix } from '../xml/source-fix.ts';

/** `https:/`, `https//`, `htps://`, `https;//` … with a host after it. */
const misspelt = /^h?t{1,3}p(s?)(?:[:;]\/{0,2}|\/\/|:\\\\)(?=[0-9a-z[%])/i;
/** A host name with a dot, and nothing in front of it or just two slashes. */
const bareHost = /^(?:\/\/)?(?=(?:[0-9a-z](?:[0-9a-z-]*[0-9a-z])?\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#]|$))/i;

/** Fixes the scheme of a URL template, where it is clear what was meant (URL-1). */
export function schemeFix(template: Template): Fix | undefined {
  const { text } = template.value;
  const [written, secure] = misspelt.exec(text) ?? [bareHost.exec(text)?.[0], 's'];
  if (written === undefined) return undefined;
  const scheme = secure ? 'https://' : 'http://';
  return sourceFix(template.value, { start: 0, end: written.length }, `Write ${scheme}`, scheme);
}
