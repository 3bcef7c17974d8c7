import { join } from 'node:path';
import type { Ended, TestRepository } from './repository.ts';

/** The program as it is shipped; `npm test` bundles it first. */
export const program = join(import.meta.dirname, '..', '..', 'dist', 'proctor.cjs');

/** Runs proctor in a repository as a person would. */
export function proctor(repository: TestRepository, ...words: string[]): Promise<Ended> {
  return repository.run(process.execPath, [program, ...words]);
}

/** A test module without a finding. */
export const soundModule = `def test_total_of_an_empty_cart_is_zero():
    assert Cart().total == 0
`;

/** A test with an error: an exception is swallowed. */
export const swallowingTest = `

def test_checkout_empties_the_cart():
    cart = Cart()
    try:
        cart.checkout()
    except Exception:
        pass
    assert cart.total == 0
`;

export const swallowingModule = soundModule + swallowingTest;
