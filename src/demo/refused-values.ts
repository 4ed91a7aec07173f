/**
 * Values that the demo media server refuses whatever else arrives, as a payment service has card numbers for
 * tests: to see how the app takes a refusal, and for `check-server`. The one list for server, scenarios and docs.
 */

/** As the value of any field, query parameter or login, in a header too, and hashed. */
export const wrongPassword = 'wrong-password';
/** Anywhere in a field or a query parameter that holds no white space: rewriting may put something around it. */
export const unknownRecipient = 'unknown-recipient';

export interface RefusedValue {
  readonly value: string;
  readonly where: string;
  readonly status: 401 | 406;
  /** What the app shows. */
  readonly message: string;
}

export const refusedValues: readonly RefusedValue[] = [
  {
    value: wrongPassword,
    where:
      'a field, a query parameter, a token or key in a header, the password of Basic; as SHA-1 too, of it alone or of another field’s value, a colon and it',
    status: 401,
    message: 'Wrong user name or password',
  },
  {
    value: unknownRecipient,
    where: 'a field or a query parameter; text around it does not matter, unless there is white space',
    status: 406,
    message: 'Invalid recipient',
  },
];
