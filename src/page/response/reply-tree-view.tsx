import { type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from 'react';
import { Chip } from '../components/chip.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { plural } from '../components/format.ts';
import { ExcerptView } from '../exchange/excerpt-text.tsx';
import type { ReplyTree, TreeRow } from '../exchange/reply-tree.ts';
import { treeStep } from './tree-keys.ts';

/** The reply as a parser sees it: one tab stop, arrow keys between the rows, and the path of the selected one. */
export function ReplyTreeView({ tree }: { readonly tree: ReplyTree }) {
  const { rows, hidden, decisive } = tree;
  const [picked, pick] = useState({ tree, at: firstPick(rows) });
  const at = picked.tree === tree ? picked.at : firstPick(rows);
  const list = useRef<HTMLDivElement>(null);

  // A long tree opens where the field that decided is.
  useLayoutEffect(() => {
    const row = list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[firstPick(tree.rows)];
    if (list.current && row)
      list.current.scrollTop = row.offsetTop + row.offsetHeight - list.current.clientHeight;
  }, [tree]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = treeStep(rows, at, event.key);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    pick({ tree, at: next });
    list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[next]?.focus();
  };
  return (
    <>
      <div
        ref={list}
        role="tree"
        aria-label="Parsed reply"
        className="relative max-h-105 overflow-auto rounded-md border border-solid border-line bg-raised py-1 text-code leading-(--code-line)"
      >
        {rows.map((row, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            key={index}
            role="treeitem"
            aria-level={row.level}
            aria-selected={index === at}
            tabIndex={index === at ? 0 : -1}
            className="py-px pr-2.5 wrap-anywhere hover:bg-well focus-visible:-outline-offset-2 aria-selected:bg-well aria-selected:shadow-[inset_2px_0_0_var(--color-accent)] forced:aria-selected:bg-[Highlight] forced:aria-selected:text-[HighlightText] forced:aria-selected:forced-color-adjust-none"
            style={{ paddingLeft: `${10 + 14 * Math.min(row.level - 1, deepestIndent)}px` }}
            onClick={() => pick({ tree, at: index })}
            onKeyDown={onKeyDown}
          >
            <RowText row={row} />
          </div>
        ))}
      </div>
      <SelectedPath path={rows[at]?.path ?? null} />
      {hidden > 0 && <p className="mt-1 text-small text-muted">{plural(hidden, 'more value')} not shown.</p>}
      {decisive !== null && (
        <p className="mt-1 text-small text-muted">
          The field that decided is further down, at{' '}
          <span className="code text-text wrap-anywhere">
            <ExcerptView excerpt={decisive} />
          </span>
          .
        </p>
      )}
    </>
  );
}

/** Levels: what is deeper is not moved further in, or a narrow pane has no room for it. */
const deepestIndent = 10;

/** The field that decided, else the root. */
function firstPick(rows: readonly TreeRow[]): number {
  return Math.max(
    0,
    rows.findIndex(({ isDecisive }) => isDecisive),
  );
}

/** Not drawn anew when another row is selected. */
const RowText = memo(function RowText({ row }: { readonly row: TreeRow }) {
  const { name, kind, value, isDecisive } = row;
  const remark = value?.text === '' ? 'empty' : remarks[kind];
  return (
    <>
      <span className="code whitespace-pre-wrap text-muted">
        <ExcerptView excerpt={name} />
      </span>
      {value !== null && (
        <>
          {': '}
          <span className="code whitespace-pre-wrap">
            <ExcerptView excerpt={value} />
          </span>
        </>
      )}
      {remark !== null && <span className="text-small text-muted select-none"> {remark}</span>}
      {isDecisive && (
        <>
          {' '}
          <Chip tone="accent">decided the verdict</Chip>
        </>
      )}
    </>
  );
});

/** What the value alone does not say. */
const remarks = {
  element: null,
  attribute: null,
  string: null,
  number: 'number',
  boolean: 'boolean',
  // Its value says so.
  null: null,
  object: 'object',
  array: 'array',
} satisfies Record<TreeRow['kind'], string | null>;

function SelectedPath({ path }: { readonly path: string | null }) {
  if (path === null) return <p className="mt-1 text-small text-muted">The path is too long to copy.</p>;
  return (
    <p className="mt-1 flex items-center gap-1 text-small text-muted">
      Path
      <span className="code text-text wrap-anywhere">{path}</span>
      <CopyButton label="Copy path" text={() => path} />
    </p>
  );
}
