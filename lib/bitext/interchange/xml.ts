/** What XML 1.0 asks of text, and what it cannot hold at all. */

// Control characters, the two non-characters and half surrogate pairs: section 2.2 of XML 1.0 leaves no way to write them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must be found.
const UNSPEAKABLE_EACH = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu

/** The type of the inline code by which our TMX writes what XML cannot hold. */
export const CHARACTER_PLACEHOLDER = 'x-char'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Bare, a parser would make line ends of them in text and spaces in attributes.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Element content. Characters XML cannot hold go through `unspeakable`, which answers markup; by default U+FFFD takes their place. */
export function escapeText(text: string, unspeakable: (character: string) => string = () => '\ufffd'): string {
  const escaped = text.replace(/[&<>\r]/g, (character) => ESCAPES[character]!)
  return escaped.replace(UNSPEAKABLE_EACH, unspeakable)
}

/** The text with U+FFFD for each character XML cannot hold, not escaped. */
export function speakable(text: string): string {
  return text.replace(UNSPEAKABLE_EACH, '\ufffd')
}

/** Attribute value, for double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => ESCAPES[character]!).replace(UNSPEAKABLE_EACH, '\ufffd')
}
