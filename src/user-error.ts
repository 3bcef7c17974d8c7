/**
 * What the user can mend: an argument, a configuration, the state of a repository.
 * The message is one line that says what was being done, what was found and what to do; the process exits 2 with it.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
