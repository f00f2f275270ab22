/** The checks: of a segment, and of a whole document. Each looks and answers what it found. */
export {
  checkDocument,
  DOCUMENT_CHECKS,
  type DocumentCheck,
  type DocumentFinding,
  type DocumentSettings,
} from './document'
export type { Check, CheckedSegment, CheckSettings, Finding, FindingSeverity } from './finding'
export { MESSAGES as CHECK_MESSAGES, type MessageId as CheckMessageId, sayMessage as sayCheckMessage } from './messages'
export { CHECKS, runChecks } from './run-checks'
export type { Speller } from './speller'
