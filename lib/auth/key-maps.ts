/**
 * The keys a person has changed, by mode of the screen and act. Only what differs from the standard keys is kept, so
 * that a better standard reaches everyone who did not choose otherwise. Which acts there are is the screen's to say.
 */
import { z } from 'zod'

export const KEY_MODES = ['review', 'align', 'read'] as const

export type KeyMode = (typeof KEY_MODES)[number]

/** `Ctrl+Shift+Enter`, `Alt+KeyF`; empty: no keys at all. */
export const Combination = z.union([
  z.literal(''),
  z
    .string()
    .max(60)
    .regex(/^(?:(?:Ctrl|Shift|Alt)\+){0,3}(?:[A-Z][A-Za-z]*\d*|\?)$/),
])

const Act = z.string().regex(/^[a-z][a-z-]{0,39}$/)

/** More than there are acts in any mode, and small enough that nobody keeps a library in it. */
const MOST_KEYS = 200

const KeyMap = z.record(Act, Combination).refine((map) => Object.keys(map).length <= MOST_KEYS)

export type KeyMap = Record<string, string>

export const KeyMaps = z.partialRecord(z.enum(KEY_MODES), KeyMap)

export type KeyMaps = Partial<Record<KeyMode, KeyMap>>

/** The whole map of one mode; an empty one brings the standard keys back. */
export const ChangeKeysInput = z.object({ mode: z.enum(KEY_MODES), keys: KeyMap })
export type ChangeKeysInput = z.infer<typeof ChangeKeysInput>
