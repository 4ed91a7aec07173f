import X from 'lucide-react/icons/x';
import * as Dialog from 'radix-ui/dialog';
import { type RefObject, useMemo, useRef } from 'react';
import { useRequest } from '../state/request-provider.tsx';
import { measuredTable, type TableRow } from './measured-table.ts';
import './measured-dialog.css';

/** What 26 servers make of each variant of the body; the rows that apply to the present request are marked. */
export function MeasuredDialog({ onClose }: { readonly onClose: () => void }) {
  const { built } = useRequest();
  const { servers, rows, legend } = useMemo(() => measuredTable(built), [built]);
  const present = useRef<HTMLTableRowElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const before = useRef(document.activeElement);
  const firstPresent = rows.find(({ isPresent }) => isPresent)?.id;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="measured-overlay" />
        <Dialog.Content
          className="measured"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            // The arrow keys scroll the table at once.
            scroller.current?.focus({ preventScroll: true });
            present.current?.scrollIntoView({ block: 'center', inline: 'start' });
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus();
          }}
        >
          <header className="measured-head">
            <Dialog.Title className="room-title">What real servers make of it</Dialog.Title>
            <Dialog.Close className="button button-quiet button-small button-icon" aria-label="Close">
              <X aria-hidden />
            </Dialog.Close>
          </header>
          <dl className="measured-legend" aria-label="Legend">
            {legend.map(([letter, meaning]) => (
              <div key={letter}>
                <dt>{letter}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section ref={scroller} className="measured-scroll" aria-label="Measurements" tabIndex={0}>
            <table>
              <caption>
                One raw request of each variant, sent to 26 servers and parsers. The marked rows apply to your
                request.
              </caption>
              <thead>
                <tr>
                  <th scope="col">Variant</th>
                  {servers.map(({ id, name, version }) => (
                    <th key={id} scope="col" title={`${name} ${version}`}>
                      <span>{name}</span>
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
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly rowRef: RefObject<HTMLTableRowElement | null> | undefined;
}

function Row({ row, rowRef }: RowProps) {
  const { title, quoted, isPresent, cells } = row;
  return (
    <tr ref={rowRef} aria-current={isPresent || undefined}>
      <th scope="row">
        {title}
        {quoted && <span className="measured-note"> all names quoted</span>}
        {isPresent && <strong className="measured-note"> your request</strong>}
      </th>
      {cells.map(({ server, outcome, meaning }) => (
        <td key={server} data-outcome={outcome === '·' ? 'right' : 'wrong'}>
          <span aria-hidden>{outcome}</span>
          <span className="measured-meaning">{meaning}</span>
        </td>
      ))}
    </tr>
  );
}
