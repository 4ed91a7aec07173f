import { type RefObject, useId, useMemo, useRef } from 'react';
import { type MeasuredServer, type OutcomeSign, serverTitle } from '../../language/server-table.ts';
import { Dialog } from '../components/dialog.tsx';
import { useMyServer } from '../state/my-server.ts';
import { useRequest } from '../state/request-provider.tsx';
import { measuredTable, type TableCell, type TableRow } from './measured-table.ts';

/** What 26 servers make of each variant of the body; the rows that apply to the present request are marked. */
export function MeasuredDialog({ onClose }: { readonly onClose: () => void }) {
  const { built } = useRequest();
  const [mine] = useMyServer();
  const { servers, rows } = useMemo(() => measuredTable(built, mine), [built, mine]);
  const aboutId = useId();
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
      <p id={aboutId} className="w-0 min-w-full flex-none px-4 py-1.5 text-small text-muted">
        One raw request of each variant, sent to 26 servers and parsers. The marked rows apply to your request
        {mine !== '' && ', the first column is your server'}.
      </p>
      {/* What is scrolled to must not end up under the sticky head. */}
      <section
        ref={scroller}
        className="relative min-h-0 flex-1 scroll-pt-[150px] overflow-auto"
        aria-label="Measurements"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="border-separate border-spacing-0 text-small" aria-describedby={aboutId}>
          <thead className="[&_th]:border-b [&_th]:border-b-line-strong [&_th]:align-bottom [&_th]:font-medium">
            <tr>
              <th scope="col" className={`top-0 z-2 bg-raised ${firstColumn}`}>
                Variant
              </th>
              {servers.map((server) => (
                <ServerHead key={server.id} server={server} isMine={server.id === mine} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                mine={mine}
                rowRef={row.id === firstPresent ? present : undefined}
              />
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}

const firstColumn =
  'sticky left-0 max-w-[min(250px,40vw)] min-w-[min(220px,34vw)] border-r border-r-line py-1 pr-2 pl-4 text-left wrap-anywhere';
const mineEdges = 'border-x-2 border-x-accent forced:border-x-[Highlight]';

interface ServerHeadProps {
  readonly server: MeasuredServer;
  readonly isMine: boolean;
}

function ServerHead({ server, isMine }: ServerHeadProps) {
  return (
    <th
      scope="col"
      className={`sticky top-0 z-1 px-1 py-1.5 ${isMine ? `bg-accent-tint ${mineEdges}` : 'bg-raised'}`}
    >
      <span className="mx-auto flex max-h-44 rotate-180 flex-col [writing-mode:vertical-rl]">
        {isMine && <strong className="text-accent">your server</strong>}
        <span>{serverTitle(server)}</span>
        <span className="text-tiny font-normal text-muted">{server.version}</span>
      </span>
    </th>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly mine: string;
  readonly rowRef: RefObject<HTMLTableRowElement | null> | undefined;
}

function Row({ row, mine, rowRef }: RowProps) {
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
        <Cell key={cell.server} cell={cell} edges={`${edges} ${cell.server === mine ? mineEdges : ''}`} />
      ))}
    </tr>
  );
}

const tones = {
  '✓': 'text-good',
  '!': 'bg-warn-tint text-warn',
  '✗': 'bg-bad-tint text-bad',
} satisfies Record<OutcomeSign, string>;

function Cell({ cell, edges }: { readonly cell: TableCell; readonly edges: string }) {
  const { sign, word, meaning } = cell;
  return (
    <td className={`relative min-w-13 px-1 py-0.5 text-center leading-[1.25] ${tones[sign]} ${edges}`}>
      <span className="block font-semibold" aria-hidden>
        {sign}
      </span>
      <span className="block text-tiny whitespace-nowrap" aria-hidden>
        {word}
      </span>
      <span className="unseen">{meaning}</span>
    </td>
  );
}
