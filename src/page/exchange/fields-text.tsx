import { plural } from '../components/format.ts';
import { ExcerptView, NotShown } from './excerpt-text.tsx';
import type { ShownFields } from './shown-fields.ts';

interface FieldsTextProps {
  readonly fields: ShownFields;
  /** Nothing stands above them. */
  readonly isFirst?: boolean;
}

/** Headers or trailers, a line each. */
export function FieldsText({ fields: { shown, hidden }, isFirst = false }: FieldsTextProps) {
  return (
    <>
      {shown.map(({ name, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place; names may come twice
        <span key={index}>
          {(index > 0 || !isFirst) && '\n'}
          <span className="text-muted">
            <ExcerptView excerpt={name} />:
          </span>{' '}
          <ExcerptView excerpt={value} />
        </span>
      ))}
      {hidden > 0 && <NotShown>{`\n… ${plural(hidden, 'more field')} not shown`}</NotShown>}
    </>
  );
}
