import { type RefObject, useMemo, useRef } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { measuredTable, type TableCell, type TableRow } from './measured-table.ts';

/** What 26 servers make of each variant of the body; the rows that apply to the present request are marked. */
export function MeasuredDialog({ onClose }: { readonly onClose: () => void }) {
  const { built } = useRequest();
  const { servers, rows, legend } = useMemo(() => measuredTable(built), [built]);
  const present = useRef<HTMLTableRowElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const firstPresent = rows.find(({ isPresent }) => isPresent)?.id;
  return (
    <Dialog
      title="How 26 servers parse this"
      width="content"
      onClose={onClose}
      onOpen={(event) => {
        event.preventDefault();
        // The arrow keys scroll the table at once.
        scroller.current?.focus({ preventScroll: true });
        present.current?.scrollIntoView({ block: 'center', inline: 'start' });
      }}
    >
      {/* The table alone makes the dialog as wide as it is. */}
      <dl
        className="flex w-0 min-w-full flex-none flex-wrap gap-x-4 gap-y-0.5 px-4 py-2 text-small text-muted"
        aria-label="Legend"
      >
        {legend.map(([letter, meaning]) => (
          <div key={letter} className="flex gap-1.5">
            <dt className="font-mono font-semibold text-text">{letter}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {/* What is scrolled to must not end up under the sticky head. */}
      <section
        ref={scroller}
        className="relative min-h-0 flex-1 scroll-pt-32.5 overflow-auto border-t border-line"
        aria-label="Measurements"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="border-separate border-spacing-0 text-small">
          <caption className="px-4 py-1.5 text-left text-muted">
            One raw request of each variant, sent to 26 servers and parsers. The marked rows apply to your
            request.
          </caption>
          <thead className="[&_th]:border-b [&_th]:border-b-line-strong [&_th]:bg-raised [&_th]:align-bottom [&_th]:font-medium">
            <tr>
              <th scope="col" className={`top-0 z-2 ${firstColumn}`}>
                Variant
              </th>
              {servers.map(({ id, name, version }) => (
                <th
                  key={id}
                  scope="col"
                  className="sticky top-0 z-1 px-1 py-1.5"
                  title={`${name} ${version}`}
                >
                  <span className="rotate-180 whitespace-nowrap [writing-mode:vertical-rl]">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} rowRef={row.id === firstPresent ? present : undefined} />
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}

const firstColumn =
  'sticky left-0 max-w-[min(15.625rem,40vw)] min-w-30 border-r border-r-line py-1 pr-2 pl-4 text-left wrap-anywhere';

interface RowProps {
  readonly row: TableRow;
  readonly rowRef: RefObject<HTMLTableRowElement | null> | undefined;
}

function Row({ row, rowRef }: RowProps) {
  const { title, quoted, isPresent, cells } = row;
  const edges = isPresent
    ? 'border-y-2 border-y-accent forced:border-y-[Highlight]'
    : 'border-b border-b-line';
  const ground = isPresent ? 'bg-accent-tint shadow-[inset_4px_0_var(--color-accent)]' : 'bg-pane';
  return (
    <tr ref={rowRef} aria-current={isPresent || undefined}>
      <th scope="row" className={`z-1 font-normal ${firstColumn} ${edges} ${ground}`}>
        {title}
        {quoted && <span className="block text-muted"> all names quoted</span>}
        {isPresent && <strong className="block text-accent"> your request</strong>}
      </th>
      {cells.map((cell) => (
        <Cell key={cell.server} cell={cell} edges={edges} />
      ))}
    </tr>
  );
}

function Cell({ cell: { outcome, meaning }, edges }: { readonly cell: TableCell; readonly edges: string }) {
  const tone = outcome === '·' ? 'text-muted' : 'bg-bad-tint font-semibold text-bad';
  return (
    <td className={`relative min-w-7 p-1 text-center font-mono ${tone} ${edges}`}>
      <span aria-hidden>{outcome}</span>
      <span className="unseen">{meaning}</span>
    </td>
  );
}
