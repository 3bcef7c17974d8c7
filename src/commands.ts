/** What a commit does not need: in the bundle a file of its own, which is read only when a command asks for it. */
export { fixSources } from './fix/command.ts';
export { rename } from './fix/rename.ts';
export { undoLastFix } from './fix/undo.ts';
export { installation } from './installation.ts';
export { review } from './review.ts';
