import { hideSecrets } from '../../core/secrets/hidden-value.ts';
import { dots } from '../../core/source/secret-masking.ts';

/** Characters, more than are shown of a value: a page has no time for megabytes. */
const mostLooked = 8_000;

/** Of what somebody else sent, whose passwords nobody knows: dots by the name of a value, else by its form. */
export function hiddenByName(name: string, value: string): string {
  const hidden = hideSecrets(name, value.slice(0, mostLooked), () => dots);
  // Not the rest as it is: a secret may have been cut.
  return value.length > mostLooked ? `${hidden}…` : hidden;
}
