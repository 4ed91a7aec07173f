import { formatCount } from '../components/format.ts';
import { formatOffset, type HexRow, hexRows } from '../components/hex-rows.ts';
import type { Extracts } from './receipt-text.ts';

interface DifferenceViewProps {
  readonly part: 'head' | 'body';
  readonly extracts: Extracts;
  /** Whether the bytes may be shown to onlookers. */
  readonly isShown: boolean;
}

const perRow = 8;

/** Both sides around a byte that differs, as hex and as text. */
export function DifferenceView({ part, extracts, isShown }: DifferenceViewProps) {
  const { at, from, planned, written } = extracts;
  return (
    <div className="difference">
      {isShown ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and must do so by keyboard
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is none
        <div className="difference-scroll" tabIndex={0} role="group" aria-label={`Difference in the ${part}`}>
          <table>
            <caption>
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

interface SideProps {
  readonly name: string;
  readonly rows: readonly HexRow[];
  readonly at: number;
}

function Side({ name, rows, at }: SideProps) {
  if (rows.length === 0) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3}>nothing more</td>
      </tr>
    );
  }
  return rows.map((row, index) => (
    <tr key={row.offset} className={index === 0 && name === 'Sent' ? 'difference-sent' : undefined}>
      <th scope="row">{index === 0 && name}</th>
      <td className="code">{formatOffset(row.offset)}</td>
      <td className="code">
        <Cells row={row} column="hex" at={at} />
      </td>
      <td className="code">
        <Cells row={row} column="ascii" at={at} />
      </td>
    </tr>
  ));
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
      {cell.offset === at ? <mark>{cell[column]}</mark> : cell[column]}
      {column === 'hex' && ' '}
    </span>
  ));
}
