/** The names that templates can use, and the closest ones to a name that they can't. */
import { multipartDataKey } from '../account/service-keys.ts';
import { type Closest, closestName } from './closest-name.ts';
import { NearNames } from './near-names.ts';
import {
  accountNodeOf,
  isCatalogueParameter,
  mediaContent,
  parameterCatalogue,
  recipientAlias,
} from './parameter-catalogue.ts';

export class KnownNames {
  private readonly own: Readonly<Record<string, string>>;
  private readonly nodes: ReadonlyMap<string, unknown>;
  /** TPL-7. */
  private readonly hasAlias: boolean;
  private readonly nearByPlace = new Map<boolean, NearNames>();
  private readonly closest = new Map<string, Closest | undefined>();

  /** `own`: parameters that the user set. `nodes`: those of the account. */
  constructor(own: Readonly<Record<string, string>>, nodes: ReadonlyMap<string, unknown>, hasAlias: boolean) {
    this.own = own;
    this.nodes = nodes;
    this.hasAlias = hasAlias;
  }

  isOwn(name: string): boolean {
    return Object.hasOwn(this.own, name);
  }

  isKnown(name: string): boolean {
    if (this.isOwn(name) || accountNodeOf(name) !== undefined) return true;
    if (name === recipientAlias) return this.hasAlias;
    // TPL-5: where it is a parameter, in a part's value, the multipart template sees to it itself.
    return name !== mediaContent && isCatalogueParameter(name);
  }

  /** TPL-12. */
  near(node: string): NearNames {
    const inParts = node === multipartDataKey;
    const made = this.nearByPlace.get(inParts) ?? new NearNames(this.parameters(node), this.nodes);
    this.nearByPlace.set(inParts, made);
    return made;
  }

  /** A node of the account within two edits. */
  closestNode(node: string): Closest | undefined {
    return this.cached(node, () => closestName(node, this.nodes.keys(), 2));
  }

  /** The parameter closest to `name` in the template of the key `node`. */
  closestParameter(name: string, node: string): Closest | undefined {
    return this.cached(`%${node} ${name}`, () => {
      const nearest = closestName(name, this.parameters(node));
      const nearestNode = closestName(name, this.nodes.keys(), 1);
      return nearestNode && nearestNode.distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)
        ? { name: `account[${nearestNode.name}]`, distance: nearestNode.distance }
        : nearest;
    });
  }

  /** The media is a parameter in the multipart data only. */
  private parameters(node: string): readonly string[] {
    return parameterCatalogue
      .map(({ name }) => name)
      .filter((name) => name !== mediaContent || node === multipartDataKey)
      .concat(Object.keys(this.own));
  }

  /** Once a name: a document may hold the same mistake a thousand times. */
  private cached(key: string, find: () => Closest | undefined): Closest | undefined {
    if (!this.closest.has(key)) this.closest.set(key, find());
    return this.closest.get(key);
  }
}
