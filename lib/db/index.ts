/** The one Prisma client of a process. Made on first use, so that a build needs no database. */
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client'

export { Prisma } from './generated/client'

/** What runs inside a command's transaction. */
export type Transaction = Prisma.TransactionClient

function connect() {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set. `npm start` sets it for the bundled database.')
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 20 }),
    // A busy machine is no reason to refuse what a person does; by itself Prisma waits two seconds for a transaction to begin.
    transactionOptions: { maxWait: 20_000, timeout: 60_000 },
  })
}

// Kept on globalThis: `next dev` loads this module anew at each change and would leave its pools behind.
const kept = globalThis as { duizhaoClient?: PrismaClient; duizhaoShape?: string }

/** The tables and columns the generated client knows: one that was kept from before they changed knows too little. */
const SHAPE = JSON.stringify(Object.entries(Prisma).filter(([name]) => name.endsWith('ScalarFieldEnum')))

function client(): PrismaClient {
  if (kept.duizhaoClient && kept.duizhaoShape === SHAPE) return kept.duizhaoClient
  void kept.duizhaoClient?.$disconnect()
  kept.duizhaoShape = SHAPE
  kept.duizhaoClient = connect()
  return kept.duizhaoClient
}

export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    const now = client()
    const value = Reflect.get(now, property)
    return typeof value === 'function' ? value.bind(now) : value
  },
})
