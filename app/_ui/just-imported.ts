/** The document a person has just brought in, in this tab: what is offered once only is offered at its first view. */
const KEY = 'just-imported'

export function rememberImported(documentId: string): void {
  sessionStorage.setItem(KEY, documentId)
}

export function isJustImported(documentId: string): boolean {
  return sessionStorage.getItem(KEY) === documentId
}

export function forgetImported(): void {
  sessionStorage.removeItem(KEY)
}
