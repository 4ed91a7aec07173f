import type { ReactNode } from 'react';
import { formatCount } from '../components/format.ts';
import { formatOffset, type HexRow, hexRows } from '../components/hex-rows.ts';
import type { Extracts } from './receipt-text.ts';

interface DifferenceViewProps {
  readonly part: 'head' | 'body';
  readonly extracts: Extracts;
  /** False while passwords are hidden and it holds one. */
  readonly isShown: boolean;
}

const perRow = 8;

/** Both sides around a byte that differs, as hex and as text. */
export function DifferenceView({ part, extracts, isShown }: DifferenceViewProps) {
  const { at, from, planned, written } = extracts;
  return (
    <div className="rounded-md border border-bad-line bg-bad-tint px-2.5 py-2 text-small">
      {isShown ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is none
        <div
          className="relative overflow-x-auto"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and must do so by keyboard
          tabIndex={0}
          role="group"
          aria-label={`Difference in the ${part}`}
        >
          <table className="border-collapse">
            <caption className="pb-0.75 text-left">
              Around byte {formatCount(at)} of the {part}
            </caption>
            <tbody>
              <Side name="Preview" rows={hexRows(planned, from, perRow)} at={at} />
              <Side name="Sent" rows={hexRows(written, from, perRow)} at={at} />
            </tbody>
          </table>
        </div>
      ) : (
        <p>
          The {part} holds a password, so the bytes around byte {formatCount(at)} are hidden with it. Show
          passwords to see them.
        </p>
      )}
    </div>
  );
}

const cell = 'code p-0 pr-3 whitespace-pre';
/** Sets the second side off from the first. */
const firstRow = { Preview: '', Sent: '[&>*]:pt-1.5' };

interface SideProps {
  readonly name: keyof typeof firstRow;
  readonly rows: readonly HexRow[];
  readonly at: number;
}

function Side({ name, rows, at }: SideProps) {
  if (rows.length === 0) {
    return (
      <tr>
        <Name>{name}</Name>
        <td className={cell} colSpan={3}>
          nothing more
        </td>
      </tr>
    );
  }
  return rows.map((row, index) => (
    <tr key={row.offset} className={index === 0 ? firstRow[name] : undefined}>
      <Name>{index === 0 && name}</Name>
      <td className={cell}>{formatOffset(row.offset)}</td>
      <td className={cell}>
        <Cells row={row} column="hex" at={at} />
      </td>
      <td className={cell}>
        <Cells row={row} column="ascii" at={at} />
      </td>
    </tr>
  ));
}

function Name({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="row" className="p-0 pr-3 text-left align-top font-medium">
      {children}
    </th>
  );
}

function Cells({
  row,
  column,
  at,
}: {
  readonly row: HexRow;
  readonly column: 'hex' | 'ascii';
  readonly at: number;
}) {
  return row.cells.map((cell) => (
    <span key={cell.offset}>
      {cell.offset === at ? (
        <mark className="rounded-[2px] bg-bad text-pane">{cell[column]}</mark>
      ) : (
        cell[column]
      )}
      {column === 'hex' && ' '}
    </span>
  ));
}
