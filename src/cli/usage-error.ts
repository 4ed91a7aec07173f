/** A command line that cannot be carried out: exit 2 with the message on standard error. */
export class UsageError extends Error {}
