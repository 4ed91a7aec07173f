/** The keys of the service in Account XML (contract, section 1), and those mistaken for them. */

export const urlKey = 'genericMediaUploadUrl';
export const methodKey = 'genericMediaUploadMethod';
export const multipartDataKey = 'genericMediaUploadMultipartData';
export const customHeadersKey = 'genericMediaUploadCustomHeaders';
export const authUsernameKey = 'genericMediaUploadAuthUsername';
export const authPasswordKey = 'genericMediaUploadAuthPassword';
export const timeoutKey = 'genericMediaUploadTimeout';

/** In the order in which people write them. */
export const serviceKeys: readonly string[] = [
  urlKey,
  methodKey,
  multipartDataKey,
  customHeadersKey,
  authUsernameKey,
  authPasswordKey,
  timeoutKey,
];

/** KEY-1: the app's own property list carries this misspelling; it does nothing. */
export const misspeltUrlKey = 'genericMediaUploaderUrl';

/** KEY-2: suffixes of other services, without effect here. */
export const keysWithoutEffect: readonly string[] = [
  'genericMediaUploadPostData',
  'genericMediaUploadContentType',
];

/** Seconds, where `genericMediaUploadTimeout` gives none. */
export const defaultTimeoutSeconds = 30;
