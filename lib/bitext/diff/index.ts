export type { Difference, Merge, MergePiece } from './change'
export { changesWords, isOf } from './changes-words'
export { diffText } from './diff-text'
export { followSpan } from './follow-span'
export { applyDifferences, groupHunks, type Hunk } from './hunks'
export { bothOf, type Choice, leftOut, type MergePart, mergedText, mergeParts } from './merge-parts'
export { mergeTexts } from './merge-texts'
export { diffSentences } from './moved-sentences'
export {
  acceptPieces,
  baseText,
  numberChanges,
  presentText,
  rejectPieces,
  type Step,
  startTracking,
  type TrackedChange,
  type TrackedPiece,
  trackSteps,
} from './tracked'
