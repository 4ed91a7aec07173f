/** What there is to say about the keys themselves (KEY-1 to KEY-4, ACC-8). */
import { distance } from 'fastest-levenshtein';
import type { Diagnostic } from '../source/diagnostics.ts';
import { sourceFix } from '../xml/source-fix.ts';
import { sourceRange } from '../xml/source-text.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import type { Account } from './read-account.ts';
import { rename } from './rename.ts';
import {
  defaultTimeoutSeconds,
  keysWithoutEffect,
  methodKey,
  misspeltUrlKey,
  serviceKeys,
  timeoutKey,
  urlKey,
} from './service-keys.ts';
import { removal } from './whole-line.ts';

/** `text` is the document's. */
export function keyDiagnostics(account: Account, text: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const node of account.element.children) {
    const found = isNearKey(node.name) ? keyDiagnostic(node, account, text) : null;
    if (found) diagnostics.push(found);
  }
  return diagnostics;
}

const keyLengths = [...serviceKeys, ...keysWithoutEffect, misspeltUrlKey].map((key) => key.length);
const shortest = Math.min(...keyLengths) - 2;
const longest = Math.max(...keyLengths) + 2;

/** By its length alone: of thousands of nodes hardly one is worth a closer look. */
function isNearKey(name: string): boolean {
  return name.length >= shortest && name.length <= longest;
}

function keyDiagnostic(node: XmlElement, account: Account, text: string): Diagnostic | null {
  if (node.name === misspeltUrlKey) {
    const message = `${misspeltUrlKey} does nothing here: the key is ${urlKey}.`;
    // Where the right key is there already, a rename would take its place or be in vain.
    const fix = account.nodes.has(urlKey) ? removal(text, node) : rename(node, urlKey);
    return { rule: 'KEY-1', severity: 'warning', message, range: node.nameRange, ...(fix && { fix }) };
  }
  if (keysWithoutEffect.includes(node.name)) {
    const message = `${node.name} has no effect: it is a key of other services.`;
    const fix = removal(text, node);
    return { rule: 'KEY-2', severity: 'warning', message, range: node.nameRange, ...(fix && { fix }) };
  }
  const meant = misspelt(node.name);
  if (meant === undefined) return null;
  const message = `Unknown key ${node.name}. Did you mean ${meant}?`;
  // Where the right key is there already a rename would only shadow it.
  const fix = account.nodes.has(meant) ? {} : { fix: rename(node, meant) };
  return { rule: 'KEY-3', severity: 'warning', message, range: node.nameRange, ...fix };
}

/** KEY-3: meant for a key of this service, and none. */
export function isMisspelt(name: string): boolean {
  return isNearKey(name) && misspelt(name) !== undefined;
}

/** KEY-3: the key of this service within two edits of an unknown name, or alike but for letter case. */
function misspelt(name: string): string | undefined {
  if (serviceKeys.includes(name)) return undefined;
  return serviceKeys.find((key) => key.toLowerCase() === name.toLowerCase() || distance(key, name) <= 2);
}

/** `POST` where none is set; any other word is an error and the request is built with POST (ACC-8). */
export function readMethod(account: Account, diagnostics: Diagnostic[]): 'POST' | 'PUT' {
  const value = account.setValue(methodKey);
  const method = value?.text ?? 'POST';
  if (/^post$/i.test(method)) return 'POST';
  if (/^put$/i.test(method)) return 'PUT';
  if (value) {
    const message = `The method is POST or PUT, not "${value.text.slice(0, 40)}"; the request is built with POST.`;
    const range = sourceRange(value, 0, value.text.length);
    const near = nearestMethod(value.text);
    const fix = near && sourceFix(value, { start: 0, end: value.text.length }, `Write ${near}`, near);
    diagnostics.push({ rule: 'ACC-8', severity: 'error', message, range, ...(fix && { fix }) });
  }
  return 'POST';
}

/** The one method within an edit of a word; none where both are. */
function nearestMethod(word: string): string | undefined {
  if (word.length > 5) return undefined;
  const near = ['POST', 'PUT'].filter((method) => distance(word.toUpperCase(), method) <= 1);
  return near.length === 1 ? near[0] : undefined;
}

/** Seconds. */
export function readTimeout(account: Account, diagnostics: Diagnostic[]): number {
  const value = account.setValue(timeoutKey);
  if (!value) return defaultTimeoutSeconds;
  if (/^[0-9]+$/.test(value.text) && Number(value.text) > 0) {
    return Math.min(Number(value.text), Number.MAX_SAFE_INTEGER);
  }
  const message = `The timeout is a number of seconds above 0; ${defaultTimeoutSeconds} is used.`;
  const seconds = /^([0-9]*[1-9][0-9]*) ?(?:s|secs?|seconds?)$/i.exec(value.text)?.[1];
  // Of a number with its unit the unit.
  const range = sourceRange(value, seconds?.length ?? 0, value.text.length);
  const fix = seconds && sourceFix(value, { start: 0, end: value.text.length }, `Write ${seconds}`, seconds);
  diagnostics.push({ rule: 'KEY-4', severity: 'warning', message, range, ...(fix && { fix }) });
  return defaultTimeoutSeconds;
}
