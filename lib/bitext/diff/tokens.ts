/**
 * Cuts a text into the smallest pieces a tracked change may move: words, numbers, runs of spaces, line ends, and
 * single signs; Chinese characters stand alone (after the word boundaries of UAX #29, with numbers such as 1,313 and
 * initials such as U.S. kept whole). One rule serves both languages, so that Latin words inside Chinese text and
 * names in Chinese inside English text are cut alike. Joining the tokens gives the text back; no surrogate pair and
 * no mark is parted from what it stands on. Not found: words inside Thai, Khmer and other unspaced scripts.
 */

// What clings to the sign before it: combining marks, joiners, skin tones, flag tags, half-width voicing marks.
const CLINGING = '[\\p{M}\\u200c\\u200d\\p{Emoji_Modifier}\\u{e0020}-\\u{e007f}\\uff9e\\uff9f]'
const LETTER = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}_])'
const HAN = '\\p{Script=Han}'

const TOKEN = new RegExp(
  [
    '\\r\\n|\\n|\\r',
    // A space that carries a mark is left to the last line, mark and all.
    `[^\\S\\r\\n]+(?!${CLINGING})`,
    // At least two, or every sentence that ends in a single letter would swallow its full stop.
    `(?:\\p{L}\\.){2,}(?!${LETTER}|${CLINGING})`,
    `${LETTER}(?:${LETTER}|${CLINGING}|['’](?=${LETTER})|(?<=\\p{Nd})[.,:](?=\\p{Nd}))*`,
    `${HAN}${CLINGING}*`,
    `(?:\\p{RI}\\p{RI}|[\\s\\S])(?:\\u200d\\p{Extended_Pictographic}|${CLINGING})*`,
  ].join('|'),
  'gu',
)

/** Cuts `text` into tokens; joined they are the text. */
export function tokenise(text: string): string[] {
  return text.match(TOKEN) ?? []
}

const LINE_END = /^(?:\r\n|\n|\r)$/
const SPACE = /^\s+$/

export function isLineEnd(token: string): boolean {
  return LINE_END.test(token)
}

export function isSpace(token: string): boolean {
  return SPACE.test(token)
}
