import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { mergeTexts } from '../bitext/diff'
import { db } from '../db'
import { AppError } from '../errors'
import { type Edited, saveText } from '../revision/record-edit'
import { getOpenSuggestion, type OpenSuggestion, settleSuggestion } from './find-open'
import type { AcceptSuggestionInput } from './input'

/**
 * Makes a suggestion the text: a revision of the member who accepts, with its author named as the author of the words.
 * Where the text has changed since, the two are merged; changes of the same words are for the person to join (`text`).
 */
export async function acceptSuggestion(actor: Actor, input: AcceptSuggestionInput): Promise<Edited & { text: string }> {
  const { projectId, suggestionId, seenVersion, correction, heldAgainst } = input
  const member = await requireMember(actor, projectId, 'suggestion.settle')
  const suggestion = await getOpenSuggestion(db, projectId, suggestionId)
  const { segmentId, side } = suggestion
  const text = input.text ?? mergedText(suggestion)
  const save = { projectId, segmentId, side, text, seenVersion, correction, heldAgainst }
  const taken = { suggestionId, author: suggestion.suggestedBy }
  const edited = await saveText(member, save, 'suggestion', taken)
  // The text came to read like this in another way: nothing is to be written, but the suggestion is no longer open.
  if (!edited.changed) await settleSuggestion(db, projectId, suggestionId, { state: 'accepted', memberId: member.id })
  return { ...edited, text }
}

function mergedText({ base, text, segment, side }: OpenSuggestion): string {
  const merge = mergeTexts(base, text, segment[side], side)
  if (merge.clean) return merge.text
  throw new AppError('conflict', 'suggestion-overlaps', { version: segment[`${side}Version`], text: segment[side] })
}
