/** Prints what a hook sees from its current directory, with the variables that git gave it. */
import { openRepository } from '../../src/git/repository.ts';
import { asText } from './seen.ts';

const files = openRepository(process.cwd(), process.env).changed(() => true, undefined);
process.stdout.write(JSON.stringify(files.map(asText)));
