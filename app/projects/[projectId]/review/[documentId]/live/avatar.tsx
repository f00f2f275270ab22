/** A person in a small circle: initials in a colour of their own. */
import type { Person } from '@/lib/live/message'

const COLOURS = 8

/** The same for one person on every screen and every day. */
export function colourOf(memberId: string): number {
  let sum = 0
  for (const sign of memberId) sum = (sum * 31 + sign.charCodeAt(0)) % 65_521
  return sum % COLOURS
}

const HAN = /\p{Script=Han}/u

/** Mark Ellis is ME, 周静 is 静: in a Chinese name the last character tells people apart best. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1) ?? ''
  if (HAN.test(last)) return [...last].at(-1) ?? ''
  const [first] = [...(words[0] ?? '')]
  const [second] = words.length > 1 ? [...last] : []
  return `${first ?? '?'}${second ?? ''}`.toUpperCase()
}

export function Avatar({ person, title, large }: { person: Person; title?: string; large?: boolean }) {
  return (
    <span
      aria-hidden
      title={title}
      className={large ? 'person person-large' : 'person'}
      data-colour={colourOf(person.memberId)}
      data-editing={person.editing || undefined}
    >
      {initialsOf(person.name)}
    </span>
  )
}
