import { multipartDataKey } from '../core/account/service-keys.ts';
import type { BuiltRequest } from '../core/build-request.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import type { AdviceDraft } from './advices.ts';
import { adviseOnTraits } from './advise-on-traits.ts';
import { measuredServers, rightCount, serversWrong, type VariantId } from './server-table.ts';
import { hasOnlyQuotedNames, rowsFor } from './table-rows.ts';

/** Names, file names and the form of the body, by the measured table. */
export function adviseOnBody(built: BuiltRequest, plan: RequestPlan): readonly AdviceDraft[] {
  const rows = rowsFor(built).flatMap((row) => byRow(row, plan) ?? []);
  const bare = plan.parts.length > 0 && !hasOnlyQuotedNames(plan) ? [bareNames(built)] : [];
  return [...rows, ...adviseOnTraits(built, plan), ...bare];
}

function byRow(variant: VariantId, plan: RequestPlan): AdviceDraft | null {
  const measured = rationale(variant);
  const file = plan.parts.find((part) => part.isFile);
  const place = file ? { range: file.range } : {};
  switch (variant) {
    case 'blank-line':
      return {
        id: 'blank-line',
        severity: 'warning',
        message:
          "The empty line before the file part's headers, as the documentation prints it, ends them at once: most servers then answer 200 and have no file.",
        rationale: measured,
        ...place,
        variant,
      };
    case 'boundary-in-value':
      return {
        id: 'boundary-in-value',
        severity: 'warning',
        message:
          'The boundary stands inside a value: some servers stop reading there. Choose another boundary.',
        rationale: measured,
        variant,
      };
    case 'utf8-file-name':
      return {
        id: 'file-name-letters',
        severity: 'info',
        message:
          'The file name has letters beyond ASCII, sent as UTF-8: busboy and multer read them as latin-1. Do not rely on the name.',
        rationale: measured,
        variant,
      };
    case 'quote':
    case 'quote-and-backslash':
      return {
        id: 'file-name-quotes',
        severity: 'warning',
        message:
          'The file name has a quote or a backslash: many servers cut or mangle it, PHP takes a backslash for a path. Do not rely on the name.',
        rationale: measured,
        variant,
      };
    case 'empty-file':
      return {
        id: 'empty-file',
        severity: 'info',
        message: 'The file has 0 bytes: formidable refuses such an upload.',
        rationale: measured,
        variant,
      };
    default:
      return null;
  }
}

function bareNames({ document }: BuiltRequest): AdviceDraft {
  const range = document.account?.nodes.get(multipartDataKey)?.nameRange;
  return {
    id: 'bare-names',
    severity: 'info',
    message:
      "Names of parts go without quotes where they need none. Mojolicious answers 200 and parses nothing of it; servers on Node's own formData(), such as Hono and Next, refuse it with 400. Try your server with both forms.",
    rationale: `${rationale('bare-names')} Quoted ones are read right by all ${rightCount('quoted-names')}. That the app writes bare names is an assumption (MP-6).`,
    ...(range && { range }),
    variant: 'bare-names',
  };
}

function rationale(variant: VariantId): string {
  const wrong = serversWrong(variant);
  const which = wrong.length <= 8 ? `; wrong on ${wrong.join(', ')}` : '';
  return `Measured: right on ${rightCount(variant)} of ${measuredServers.length} servers${which}.`;
}
