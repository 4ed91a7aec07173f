/** Keys of a tree whose branches are all open, by the ARIA pattern. */
interface Level {
  readonly level: number;
}

/** Where a key leads from the row at `at`; null for any other key. Stays where there is no such row. */
export function treeStep(rows: readonly Level[], at: number, key: string): number | null {
  const level = rows[at]?.level ?? 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, rows.length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight':
      return (rows[at + 1]?.level ?? 0) > level ? at + 1 : at;
    case 'ArrowLeft': {
      const parent = rows.slice(0, at).findLastIndex((row) => row.level < level);
      return parent < 0 ? at : parent;
    }
    default:
      return null;
  }
}
