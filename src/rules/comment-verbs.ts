import { stemOf } from '../names/prose.ts';

/** Whether a word in lower case tells what to do: `create`, `creating`. */
export const isVerb = (word: string) =>
  VERBS.has(word) || (word.endsWith('ing') && VERB_STEMS.has(stemOf(word)));

/** What an instruction starts with. */
export const VERBS: ReadonlySet<string> = new Set(
  `
    activate add append apply assert assign attach authenticate award begin build call cancel check clean clear click
    close collect commit compare compute configure confirm connect construct convert copy count create deactivate
    decode decrease define delete deploy deserialize detach disable disconnect download drop dump enable encode ensure
    evaluate execute expect export extract fetch fill filter finalize find flush format generate get import increase
    increment init initialise initialize insert instantiate invoke iterate join launch list load lock log login logout
    loop make mark merge mock modify monkeypatch move open parse patch perform plot populate post prepare print process
    publish pull push put query raise read refresh register reload remove rename render replace request reset resolve
    restart restore retrieve return revert revoke run save schedule search select send serialize set setup show
    shutdown simulate sleep sort spawn split start stop store stub submit subscribe switch sync terminate test toggle
    trigger truncate unlock unregister unsubscribe update upgrade upload validate verify visit wait wrap write`
    .trim()
    .split(/\s+/),
);

const VERB_STEMS: ReadonlySet<string> = new Set(Array.from(VERBS, stemOf));
