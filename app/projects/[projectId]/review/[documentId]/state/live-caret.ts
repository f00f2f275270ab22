/** A field that is open and not yet typed in shows the newest text; its caret stays by the words it stood at. */

type Texts = { id: number; zh: string; en: string }

/** `act` replaces the texts of these rows. */
export function holdCaret(rows: readonly Texts[], act: () => void): void {
  const field = document.activeElement
  const row =
    field instanceof HTMLTextAreaElement ? rows.find(({ id }) => String(id) === field.dataset.segment) : undefined
  if (!row || !(field instanceof HTMLTextAreaElement)) {
    act()
    return
  }
  const { value: before, selectionStart, selectionEnd } = field
  const after = field.dataset.side === 'zh' ? row.zh : row.en
  act()
  // Once React has put the new text in its place.
  requestAnimationFrame(() => {
    if (field.value === before || field.value !== after) return
    field.setSelectionRange(followCaret(before, after, selectionStart), followCaret(before, after, selectionEnd))
  })
}

/** Where a caret stands after the text around it was replaced: before the change as far from the start, after it as far from the end. */
export function followCaret(before: string, after: string, caret: number): number {
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  return caret <= same ? caret : Math.max(same, after.length - (before.length - caret))
}
