import { useMemo } from 'react';
import type { AssumptionId } from '../../core/assumptions.ts';
import { type BuiltRequest, buildRequest } from '../../core/build-request.ts';
import { plural } from '../components/format.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { type DiffItem, type DiffLine, diffLines } from './request-diff.ts';
import { requestLines, sameRequest } from './request-lines.ts';

interface AssumptionDiffProps {
  readonly id: AssumptionId;
  /** What it would be switched to. */
  readonly option: string;
}

/** More lines than these at once help nobody. */
const limit = 60;

/** What another option would change in the bytes, before it is chosen. */
export function AssumptionDiff({ id, option }: AssumptionDiffProps) {
  const { built } = useRequest();
  const { showSecrets } = useDisplay();
  const change = useMemo(() => changeBy(built, id, option, showSecrets), [built, id, option, showSecrets]);
  if (typeof change === 'string') return <p className="pt-0.75 text-small text-muted">{change}</p>;
  const left = change.length - limit;
  return (
    <ol className="mt-1 rounded-md border border-line bg-raised py-1.25 font-mono text-[0.71875rem] leading-4.25">
      {change.slice(0, limit).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <li key={index} className={item.kind === 'left-out' ? leftOut : `${grid} ${looks[item.kind]}`}>
          {item.kind === 'left-out' ? `${plural(item.count, 'line')} the same` : <Line line={item} />}
        </li>
      ))}
      {left > 0 && <li className={leftOut}>and {plural(left, 'more line')}</li>}
    </ol>
  );
}

const grid = 'grid grid-cols-[0.875rem_minmax(0,1fr)] px-2';
const leftOut = 'pr-2 pl-5.5 font-sans text-tiny text-muted';
const looks = {
  same: 'text-muted',
  removed: 'bg-bad-tint [&_mark]:bg-bad-line',
  added: 'bg-good-tint [&_mark]:bg-good-line',
} satisfies Record<DiffLine['kind'], string>;

const signs = { same: ' ', removed: '−', added: '+' } satisfies Record<DiffLine['kind'], string>;
const words = { same: '', removed: 'Now: ', added: 'Then: ' } satisfies Record<DiffLine['kind'], string>;

function Line({ line }: { readonly line: DiffLine }) {
  return (
    <>
      <span aria-hidden>{signs[line.kind]}</span>
      <span className="wrap-anywhere whitespace-pre-wrap">
        <span className="unseen">{words[line.kind]}</span>
        <VisibleText text={line.before} />
        {line.changed !== '' && (
          <mark className="rounded-[2px] text-inherit">
            <VisibleText text={line.changed} />
          </mark>
        )}
        <VisibleText text={line.after} />
      </span>
    </>
  );
}

/** The diff, or in words why there is none. */
function changeBy(
  built: BuiltRequest,
  id: AssumptionId,
  option: string,
  showSecrets: boolean,
): readonly DiffItem[] | string {
  const { inputs, request } = built;
  const { request: then, diagnostics } = buildRequest({
    ...inputs,
    assumptions: { ...inputs.assumptions, [id]: option },
  });
  if (request === null && then === null) return 'There is no request now, and there would be none then.';
  if (then === null) {
    const why = diagnostics.find(({ severity }) => severity === 'error')?.message ?? '';
    return `No request could be built then. ${why}`;
  }
  if (request === null) return 'There is no request now; then there would be one.';
  if (sameRequest(request, then)) return 'Nothing in this request changes.';
  const items = diffLines(requestLines(request, showSecrets), requestLines(then, showSecrets));
  const isShown = items.some(({ kind }) => kind === 'removed' || kind === 'added');
  return isShown ? items : 'It changes bytes that are not shown here: switch it and look at Bytes.';
}
