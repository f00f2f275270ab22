/** Who is asking. Made from the session at the door (find-actor.ts); every command takes it first. */
export type Actor = {
  userId: string
  name: string
  email: string
  administrator: boolean
  /** The browser they ask from; none on the command line. */
  sessionId?: string
  /** An administrator whose rights wait for a second factor (second-factor-rule.ts). */
  waitsForSecondFactor?: true
}
