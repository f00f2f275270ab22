declare module 'nspell' {
  type Dictionary = { correct(word: string): boolean }
  export default function nspell(affixes: Uint8Array, words: Uint8Array): Dictionary
}
