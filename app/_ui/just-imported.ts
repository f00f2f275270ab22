/** The document a person has brought in, in this tab: what it offers stays on offer until it is answered. */
const KEY = 'just-imported'

/** Where storage is forbidden, nothing is offered. */
function within<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(sessionStorage)
  } catch {
    return null
  }
}

export function rememberImported(documentId: string): void {
  within((storage) => storage.setItem(KEY, documentId))
}

export function isJustImported(documentId: string): boolean {
  return within((storage) => storage.getItem(KEY)) === documentId
}

export function forgetImported(): void {
  within((storage) => storage.removeItem(KEY))
}
