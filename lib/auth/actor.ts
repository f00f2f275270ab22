/** Who is asking. Made from the session at the door; every command takes it first. */
export type Actor = {
  userId: string
  name: string
  email: string
  administrator: boolean
}
