/** What looks like a parameter or a call but is not one (TPL-12), reported once for each template. */
import { multipartDataKey } from '../account/service-keys.ts';
import type { Assumptions } from '../assumptions.ts';
import type { Diagnostic, Range } from '../source/diagnostics.ts';
import { lastAtOrBefore } from '../source/last-at-or-before.ts';
import type { KnownNames } from './known-names.ts';
import { findNearCalls } from './near-calls.ts';
import { nearMessage } from './near-message.ts';
import { findNearParameters, type NearParameter } from './near-parameters.ts';
import { parameterFix, rangeIn, type Template, type TemplatePlace, written } from './template.ts';

interface Found {
  /** In the template's text, in order. */
  readonly places: readonly TemplatePlace[];
  /** The same in the document. */
  readonly ranges: readonly Range[];
}

export class NearReports {
  private readonly found = new Map<string, Found>();
  private readonly names: KnownNames;
  private readonly assumptions: Assumptions;

  constructor(names: KnownNames, assumptions: Assumptions) {
    this.names = names;
    this.assumptions = assumptions;
  }

  /** None the second time: a template is expanded in several pieces. */
  of(template: Template): readonly Diagnostic[] {
    const { node, value, tokens } = template;
    if (this.found.has(node)) return [];
    const isKnown = (name: string) => this.names.isKnown(name);
    const parameters = findNearParameters(value.text, tokens, isKnown, this.names.near(node));
    this.found.set(node, { places: parameters, ranges: parameters.map((one) => rangeIn(template, one)) });
    return [
      ...parameters.map((near) => this.ofParameter(template, near)),
      ...findNearCalls(value.text, tokens).map((near): Diagnostic => {
        const fix = parameterFix(template, near, near.call);
        const message = `${written(template, near)} isn't a call: the value in it is sent as it is, not hashed. Did you mean %${near.call}%?`;
        return diagnostic(message, rangeIn(template, near), fix);
      }),
    ];
  }

  /** Whether a place in a template's text was reported. */
  covers({ node }: Template, { start, end }: TemplatePlace): boolean {
    const near = lastBefore(this.found.get(node)?.places ?? [], end - 1);
    return near !== undefined && near.start < end && start < near.end;
  }

  /** Whether a place of a key's value in the document was reported. */
  coversRange(node: string, { start, end }: Range): boolean {
    const near = lastBefore(this.found.get(node)?.ranges ?? [], start);
    return near !== undefined && near.start <= start && end <= near.end;
  }

  private ofParameter(template: Template, near: NearParameter): Diagnostic {
    const { node, value } = template;
    const message = nearMessage(written(template, near), near.name, {
      node,
      isDecoded: node === multipartDataKey && this.assumptions['multipart-literals'] === 'decode',
      keepsUnknown: this.assumptions['unknown-parameter'] === 'keep',
      literal: value.text.slice(near.literalFrom, near.end),
    });
    const fix = near.isCertain ? parameterFix(template, near, near.name) : undefined;
    return diagnostic(message, rangeIn(template, near), fix);
  }
}

function diagnostic(message: string, range: Range, fix: Diagnostic['fix']): Diagnostic {
  return { rule: 'TPL-12', severity: 'warning', message, range, ...(fix && { fix }) };
}

function lastBefore<T extends TemplatePlace>(places: readonly T[], offset: number): T | undefined {
  return places[lastAtOrBefore(places.length, (index) => places[index]?.start ?? 0, offset)];
}
