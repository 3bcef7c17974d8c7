import { join } from 'node:path';

/** The bundled program, and the hook that starts it. */
export const program = join(import.meta.dirname, '..', 'dist', 'proctor.cjs');
export const hook = join(import.meta.dirname, '..', 'hooks', 'pre-commit');

// On Node 20 an extra certificate costs more at start than everything that is measured here.
export const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

/** One line of a table: what was measured, the figures, and the limit that the last of them is held to. */
export function printRow(name: string, figures: readonly string[], limit = ''): void {
  console.log(name.padEnd(44) + figures.map((figure) => figure.padStart(11)).join('') + limit.padStart(11));
}
