/** Differences between two states of one text, in tokens: words in English, characters in Chinese. */
export type Difference = { op: 'same' | 'insert' | 'delete'; text: string }

/** A three-way merge: pieces that merged by themselves and places where both changed the same words. */
export type MergePiece = { text: string } | { base: string; mine: string; theirs: string }

export type Merge = { clean: boolean; text: string; pieces: MergePiece[] }
