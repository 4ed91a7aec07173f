/**
 * A reply as a parser sees it: its elements or values in document order, each with its path. Only the
 * first ones leave the worker, and what is left out is counted.
 */
import { isBlank } from '../../core/response/field-search.ts';
import { jsonPath } from '../../core/response/json-fields.ts';
import { decodeJsonString, type JsonKind, scanJson } from '../../core/response/scan-json.ts';
import type { Verdict } from '../../core/response/verdict.ts';
import { localName, trimXmlSpace } from '../../core/response/xml-fields.ts';
import { longestLenientXml, readLenientXml } from '../../upload/lenient-xml.ts';
import { type Excerpt, ExcerptBudget, excerptOf, nameLimits, valueLimits } from './excerpt.ts';

export interface TreeRow {
  /** 1 for the root. */
  readonly level: number;
  /** As it is spelt in the body; an array's items have their index, the root of JSON `$`. */
  readonly name: Excerpt;
  readonly kind: 'element' | 'attribute' | JsonKind;
  /** Null where there is none: of objects, arrays, and elements without text. */
  readonly value: Excerpt | null;
  /** As the verdict writes paths: `/response/media_url`, `$.a[0]["b c"]`; null where it is too long to copy. */
  readonly path: string | null;
  readonly isDecisive: boolean;
}

export interface ReplyTree {
  readonly rows: readonly TreeRow[];
  /** Rows that are left out. */
  readonly hidden: number;
  /** Path of the field that decided, where it is not among the rows. */
  readonly decisive: Excerpt | null;
}

/** Characters of a body: beyond, no tree is made. */
const longestBody = longestLenientXml;
const maxRows = 400;
const deepest = 24;
/** Characters. */
const longestPath = 512;
/** Of all values together. */
const allLimits = { characters: 60_000, cost: 3000 };

/** Null where there is none: the body parses as neither XML nor JSON, is too long, or the parser gives up. */
export function replyTree({ kind, text, path }: Pick<Verdict, 'kind' | 'text' | 'path'>): ReplyTree | null {
  if (kind === null || text.length > longestBody) return null;
  const tree = new TreeCollector(path ?? null);
  const isRead = kind === 'json' ? collectJson(text, tree) : collectXml(text, tree);
  return isRead ? tree.collected() : null;
}

/** By our own scanner: `JSON.parse` reorders names, drops those that come twice and rewrites numbers. */
function collectJson(text: string, tree: TreeCollector): boolean {
  const fault = scanJson(text, (kind, path, start, end) => {
    tree.add(path.length + 1, () => ({
      kind,
      name: String(path.at(-1) ?? '$'),
      value: jsonValue(text, kind, start, end),
      path: jsonPath(path),
      isField: kind === 'string' || kind === 'number',
    }));
  });
  return fault === null;
}

function jsonValue(text: string, kind: JsonKind, start: number, end: number): string | null {
  if (kind === 'object' || kind === 'array') return null;
  return kind === 'string' ? decodeJsonString(text, start, end) : text.slice(start, end);
}

function collectXml(text: string, tree: TreeCollector): boolean {
  const read = readLenientXml(text);
  if (read.kind !== 'read') return false;
  for (const { names, attributes, text: own } of read.elements) {
    const path = () => names.map((name) => `/${localName(name)}`).join('');
    tree.add(names.length, () => {
      const value = trimXmlSpace(own) || null;
      return { kind: 'element', name: names.at(-1) ?? '', value, path: path(), isField: true };
    });
    for (const [attribute, value] of attributes) {
      const name = `@${attribute}`;
      tree.add(names.length + 1, () => {
        return { kind: 'attribute', name, value, path: `${path()}/${name}`, isField: false };
      });
    }
  }
  return true;
}

interface Found {
  readonly kind: TreeRow['kind'];
  readonly name: string;
  readonly value: string | null;
  readonly path: string;
  /** Whether it can be the field that decides (RES-5). */
  readonly isField: boolean;
}

class TreeCollector {
  private readonly rows: TreeRow[] = [];
  private readonly budget = new ExcerptBudget(allLimits);
  private hidden = 0;
  /** Null once its field was met. */
  private decisivePath: string | null;

  constructor(decisivePath: string | null) {
    this.decisivePath = decisivePath;
  }

  /** `find` is asked only of what is shown: a path is as long as a body is deep. */
  add(level: number, find: () => Found): void {
    if (this.rows.length >= maxRows || level > deepest || this.budget.isSpent) {
      this.hidden++;
      return;
    }
    const { kind, name, value, path, isField } = find();
    // The first of that path with a value is the one that counts.
    const isDecisive = isField && path === this.decisivePath && value !== null && !isBlank(value);
    if (isDecisive) this.decisivePath = null;
    this.rows.push({
      level,
      kind,
      name: this.budget.take(name, nameLimits),
      value: value === null ? null : this.budget.take(value, valueLimits),
      path: path.length <= longestPath ? path : null,
      isDecisive,
    });
  }

  collected(): ReplyTree {
    const path = this.decisivePath;
    const decisive = path === null ? null : excerptOf(path, nameLimits);
    return { rows: this.rows, hidden: this.hidden, decisive };
  }
}
