/** Prints what a hook sees from its current directory, with the variables that git gave it. */
import { openRepository } from '../../src/git/repository.ts';
import { asText } from './seen.ts';

const { topLevel, changed } = openRepository(process.cwd(), process.env);
const files = changed(() => true, undefined).map(asText);
process.stdout.write(JSON.stringify({ topLevel, files }));
