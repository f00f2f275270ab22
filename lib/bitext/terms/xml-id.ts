/** Ids of concepts as XML ids, which must begin with a letter and hold no spaces. Reading gives the id back as it was. */
const PLAIN = /^(?!id_)[A-Za-z][A-Za-z0-9._-]*$/

export function toXmlId(id: string): string {
  if (PLAIN.test(id)) return id
  return `id_${id.replace(/[^A-Za-z0-9.-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`)}`
}

export function fromXmlId(id: string): string {
  if (!id.startsWith('id_')) return id
  return id.slice(3).replace(/_([0-9a-f]{1,4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
