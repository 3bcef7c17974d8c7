import { UserError } from '../../src/user-error.ts';

/** What a function says in the UserError that it throws. Throws where it throws none. */
export function complaintOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('there was no complaint');
}
