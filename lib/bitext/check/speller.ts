/** What the spelling check asks of a dictionary; the caller brings one (`lib/lexicon/spelling.ts`), for the library reads no files. */
export type Speller = {
  /** Whether the word, in small letters or as it is written, is in the dictionary. */
  american(word: string): boolean
  british(word: string): boolean
}
