export {
  BLOCK_KINDS,
  type Block,
  type BlockKind,
  type Correction,
  type Dropped,
  type Intake,
  type Person,
  PROTECTED_KINDS,
  type Warning,
} from './block'
export { decodeText, type Encoding, MOST_BYTES } from './decode'
export { intakeText } from './intake-text'
export type { LineHint } from './piece'
export { type FileFormat, type ReadFile, type ReadOptions, type ReadText, readFile } from './read-file'
export { detectSide } from './sides'
