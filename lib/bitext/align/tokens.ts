/**
 * What the aligner compares: words, numbers by value, Latin words, names and classes of punctuation, as strings whose
 * first character tells the kind. The two sides share the form of every token that means the same by itself.
 */

export const TOKEN_KINDS = ['word', 'number', 'punctuation', 'latin', 'name'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

const MARK: Record<string, TokenKind> = { '#': 'number', '.': 'punctuation', '@': 'latin', '~': 'name' }

export const numberToken = (value: number | string): string => `#${value}`
export const punctuationToken = (mark: string): string => `.${mark}`
export const latinToken = (word: string): string => `@${word}`
export const nameToken = (pinyin: string): string => `~${pinyin}`

export function tokenKind(token: string): TokenKind {
  return MARK[token[0] ?? ''] ?? 'word'
}

/** A token without its mark. */
export function tokenText(token: string): string {
  return token[0] !== undefined && token[0] in MARK ? token.slice(1) : token
}

/** Full-width digits, letters and points in their ASCII form; length in UTF-16 code units stays the same. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ．％＃＆＋－／＝＠]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}

/** Marks that are counted; the comma and the full stop differ too much in use to help. Doubled …… and —— count once. */
const CLASSES = new Map<string, string>(
  Object.entries({
    '?': '?？',
    '!': '!！',
    '"': '“「『"〝',
    '…': '…',
    ':': ':：',
    '(': '(（',
    ';': ';；',
    '—': '—–',
    '《': '《〈',
    '%': '%％',
  }).flatMap(([mark, forms]) => [...forms].map((form): [string, string] => [form, mark])),
)

/** A token and the stretch of its sentence it stands for, in UTF-16 code units. */
export type PlacedToken = { token: string; at: number; length: number }

/** One token for each counted mark. */
export function punctuationTokens(text: string): PlacedToken[] {
  const tokens: PlacedToken[] = []
  let before = ''
  let open = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    const mark = CLASSES.get(character)
    // A straight quotation mark opens and closes in turn; only the opening counts.
    if (character === '"') open = !open
    const closing = character === '"' && !open
    if (mark && !closing && !(mark === before && (mark === '…' || mark === '—')))
      tokens.push({ token: punctuationToken(mark), at, length: 1 })
    before = mark ?? ''
  }
  return tokens
}
