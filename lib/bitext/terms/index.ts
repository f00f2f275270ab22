/** Terms: what they are, where they stand in a text, and the files they travel in. */
export { readTermsCsv, termsToCsv } from './csv'
export { findTerms, indexTerms, type TermHit, type TermIndex } from './find-terms'
export { readTbx } from './read-tbx'
export { type TbxStyle, toTbx } from './tbx'
export {
  type Concept,
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  type ReadConcepts,
  TERM_STATUSES,
  type Term,
  type TermStatus,
} from './term'
