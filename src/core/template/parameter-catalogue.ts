/** The parameters of the service (contract, section 2) and what is known of each. */
import type { Standing } from '../assumptions.ts';

export interface CatalogueParameter {
  readonly name: string;
  /** Of this service, or of every web service of the app. */
  readonly scope: 'service' | 'global';
  readonly standing: Standing;
  readonly description: string;
}

export const recipient = 'to';
/** TPL-7: the recipient too, by the documentation's examples. */
export const recipientAlias = 'sms_to';
/** TPL-3: the one function there is. */
export const hashFunction = 'sha1';
/** MP-3: only in a part's value. */
export const mediaContent = 'media_content';

const service = (name: string, description: string): CatalogueParameter => {
  return { name, scope: 'service', standing: 'documented', description };
};

const global = (name: string, standing: Standing, description: string): CatalogueParameter => {
  return { name, scope: 'global', standing, description };
};

export const parameterCatalogue: readonly CatalogueParameter[] = [
  service(recipient, 'The recipient: a phone number or SIP address, after number rewriting.'),
  service('description', 'The text the sender typed beside the media.'),
  service('media_size', 'The size of the media in bytes.'),
  service('content_type', 'The media type of the file part.'),
  service(mediaContent, "The media itself; only as a part's value in the multipart data."),
  global('installid', 'documented', 'Identifies this installation of the app.'),
  global('appid', 'documented', 'Identifies the app.'),
  global('imei', 'inferred', "The device's IMEI; empty on iOS."),
  global('build', 'inferred', "The app's build."),
  global('version', 'inferred', "The app's version."),
  global('platform', 'inferred', "The device's platform."),
  global('platformversion', 'inferred', "The version of the device's platform."),
  global('device', 'inferred', 'The device.'),
  global('locale', 'inferred', 'The chosen locale.'),
];

const names = new Set(parameterCatalogue.map((parameter) => parameter.name));

export function isCatalogueParameter(name: string): boolean {
  return names.has(name);
}

/** The node that `account[node]` names, else undefined. */
export function accountNodeOf(name: string): string | undefined {
  return /^account\[([^[\]%<>&\s]+)\]$/.exec(name)?.[1];
}

/** Whether a person may set a value under this name: a TPL-1 name or `account[node]`. */
export function isParameterName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || accountNodeOf(name) !== undefined;
}

/** TPL-6 masks these two; every name that suggests a secret is hidden on screen. */
export function isMaskedPassword(name: string): boolean {
  return name === 'account[password]' || name === 'account[cloud_password]';
}
