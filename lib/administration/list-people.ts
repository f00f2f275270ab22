import type { Actor } from '../auth/actor'
import { soughtName } from '../auth/former-member'
import { PLACEHOLDER_EMAIL } from '../auth/placeholder-email'
import { db, type Prisma } from '../db'
import type { PeopleInput } from './input'
import { requireAdministrator } from './require-administrator'

export type PersonRow = {
  id: string
  name: string
  email: string
  administrator: boolean
  /** Has not set a password yet. */
  pending: boolean
  disabled: boolean
  anonymised: boolean
  secondFactor: boolean
  projects: number
  sessions: number
  lastSeenAt: Date | null
  since: Date
}

const PAGE = 50

/** Everyone with an account, by name; `search` finds part of a name or an address. */
export async function listPeople(
  actor: Actor,
  { search, page }: PeopleInput,
): Promise<{ people: PersonRow[]; total: number; pages: number }> {
  requireAdministrator(actor)
  const where = whereOf(search)
  const [total, users] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * PAGE,
      take: PAGE,
      select: SHOWN,
    }),
  ])
  return { people: users.map(shown), total, pages: Math.max(1, Math.ceil(total / PAGE)) }
}

function whereOf(search: string): Prisma.UserWhereInput {
  const contains = { contains: soughtName(search), mode: 'insensitive' } as const
  return {
    email: { not: PLACEHOLDER_EMAIL },
    ...(search && { OR: [{ name: contains }, { email: contains }] }),
  }
}

const SHOWN = {
  id: true,
  name: true,
  email: true,
  role: true,
  passwordHash: true,
  disabledAt: true,
  anonymisedAt: true,
  createdAt: true,
  secondFactor: { select: { confirmedAt: true } },
  sessions: { where: { endedAt: null }, orderBy: { lastSeenAt: 'desc' }, select: { lastSeenAt: true } },
  identities: { select: { id: true }, take: 1 },
  _count: { select: { members: { where: { removedAt: null } } } },
} as const satisfies Prisma.UserSelect

function shown(user: Prisma.UserGetPayload<{ select: typeof SHOWN }>): PersonRow {
  const { id, name, email, role, sessions, createdAt } = user
  return {
    id,
    name,
    email,
    administrator: role === 'administrator',
    pending: user.passwordHash === null && user.identities.length === 0 && user.anonymisedAt === null,
    disabled: user.disabledAt !== null,
    anonymised: user.anonymisedAt !== null,
    secondFactor: Boolean(user.secondFactor?.confirmedAt),
    projects: user._count.members,
    sessions: sessions.length,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    since: createdAt,
  }
}
