/**
 * What stands in the words of a comment: names of members after an @, and addresses. Plain text all the way: nothing
 * is ever interpreted but these two, and the pieces always join to the text as it was written.
 */

/** A remark, not an essay; long enough to paste a paragraph of a source into. */
export const LONGEST_COMMENT = 10_000

export type Named = { id: string; name: string }

export type Mentioned = { id: string; name: string }

/** A letter or digit before the sign makes it part of an e-mail address. Chinese before it does not: 请@周静看. */
const BEFORE_ADDRESS = /[A-Za-z0-9._-]$/
const LATIN = /[A-Za-z0-9]/

/**
 * The members named after an @ (or ＠), in the order of the text, each once. The longest name that fits is meant, so
 * that 周静怡 is not taken for 周静; a Latin name must end where the word ends. Of two members with one name the picked
 * one is meant, and both when none was.
 */
export function findMentions(body: string, members: readonly Named[], picked: readonly string[] = []): Mentioned[] {
  const found = new Map<string, Mentioned>()
  for (const { from, name, ids } of placesOf(body, members)) {
    const meant = ids.filter((id) => picked.includes(id))
    for (const id of meant.length > 0 ? meant : ids) {
      if (!found.has(id)) found.set(id, { id, name: body.slice(from, from + name.length) })
    }
  }
  return [...found.values()]
}

type NamePlace = { from: number; name: string; ids: string[] }

function placesOf(body: string, members: readonly Named[]): NamePlace[] {
  const byLength = [...members].filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  return [...body.matchAll(/[@＠]/g)].flatMap(({ index }) => {
    if (BEFORE_ADDRESS.test(body.slice(0, index))) return []
    const from = index + 1
    const first = byLength.find(({ name }) => standsAt(body, name, from))
    if (!first) return []
    const same = first.name.toLowerCase()
    return [
      { from, name: first.name, ids: byLength.filter((one) => one.name.toLowerCase() === same).map(({ id }) => id) },
    ]
  })
}

function standsAt(body: string, name: string, from: number): boolean {
  if (body.slice(from, from + name.length).toLowerCase() !== name.toLowerCase()) return false
  const last = name.at(-1) ?? ''
  const next = body.charAt(from + name.length)
  return !(LATIN.test(last) && LATIN.test(next))
}

/** The text with another name wherever `from` is mentioned. A longer name of `others` is theirs; the same name of another stays. */
export function renameInBody(
  body: string,
  { from, to, others }: { from: string; to: string; others: readonly string[] },
): string {
  const same = (name: string) => name.toLowerCase() === from.toLowerCase()
  if (others.some(same)) return body
  const places = placesOf(
    body,
    [from, ...others].map((name) => ({ id: name, name })),
  ).filter(({ name }) => same(name))
  return places.reduceRight((text, { from: at, name }) => text.slice(0, at) + to + text.slice(at + name.length), body)
}

export type BodyPiece = { from: number; kind: 'text' | 'link' | 'mention'; text: string }

/** Only these two schemes become links: anything else in an address field could run. Chinese ends an address. */
const ADDRESS = /https?:\/\/[^\s<>"'`\p{Script=Han}，。；：！？、（）《》「」『』“”‘’]+/gu

/** What closes a sentence or bracket after an address is not part of it; a bracket the address opened itself is. */
function trimmedAddress(address: string): string {
  const bare = address.replace(/[.,;:!?]+$/, '')
  const brackets = (sign: string) => bare.split(sign).length
  if (bare.endsWith(')') && brackets(')') > brackets('(')) return trimmedAddress(bare.slice(0, -1))
  return bare
}

/** The text in pieces: `names` are those the server noted as mentions. The pieces join to the text. */
export function cutBody(body: string, names: readonly string[]): BodyPiece[] {
  const members = [...new Set(names)].map((name) => ({ id: name, name }))
  const marks = [
    ...[...body.matchAll(ADDRESS)].map((match) => {
      const text = trimmedAddress(match[0])
      return { from: match.index, to: match.index + text.length, kind: 'link' as const }
    }),
    ...placesOf(body, members).map(({ from, name }) => ({
      from: from - 1,
      to: from + name.length,
      kind: 'mention' as const,
    })),
  ].sort((a, b) => a.from - b.from)
  const pieces: BodyPiece[] = []
  let at = 0
  const put = (from: number, to: number, kind: BodyPiece['kind']) => {
    if (from < to) pieces.push({ from, kind, text: body.slice(from, to) })
  }
  for (const { from, to, kind } of marks) {
    if (from < at) continue
    put(at, from, 'text')
    put(from, to, kind)
    at = to
  }
  put(at, body.length, 'text')
  return pieces
}
