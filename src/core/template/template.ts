/** A key's template with its tokens, and places in it. */
import type { Fix, Range } from '../source/diagnostics.ts';
import { sourceFix } from '../xml/source-fix.ts';
import { type SourceText, sourceRange } from '../xml/source-text.ts';
import type { TemplateToken } from './template-tokens.ts';

export interface Template {
  readonly node: string;
  readonly value: SourceText;
  readonly tokens: readonly TemplateToken[];
}

/** Offsets in a template's text. */
export interface TemplatePlace {
  readonly start: number;
  readonly end: number;
}

export function rangeIn({ value }: Template, { start, end }: TemplatePlace): Range {
  return sourceRange(value, start, end);
}

export function written({ value }: Template, { start, end }: TemplatePlace): string {
  return value.text.slice(start, end);
}

export function parameterFix({ value }: Template, place: TemplatePlace, name: string): Fix | undefined {
  return sourceFix(value, place, `Write %${name}%`, `%${name}%`);
}
