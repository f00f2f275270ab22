/**
 * Suggestions change no text, so they can be made on any row: on the governing text, on credits, on what has been
 * released (this is how a mistake found afterwards is reported). Accepting one is an edit, and every lock of an edit
 * holds for it: a released row is taken back first, protected rows and the governing text are a manager's.
 */
export const SUGGESTION_STATES = ['open', 'accepted', 'rejected', 'withdrawn'] as const

export type SuggestionState = (typeof SUGGESTION_STATES)[number]
