/** Text a database and every exchange format can keep: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return (
    !text.includes('\u0000') && !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)
  )
}
