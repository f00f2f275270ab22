/** A deed reaches the other side once, signed, or stays in the queue until it does; nothing goes to an address of our own network. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sealAudit } from '../../lib/audit/seal'
import { db } from '../../lib/db'
import { renameDocument } from '../../lib/document/rename-document'
import { closeSender } from '../../lib/jobs/boss'
import { addWebhook } from '../../lib/webhook/add-webhook'
import { announceDeeds } from '../../lib/webhook/announce'
import { changeWebhook } from '../../lib/webhook/change-webhook'
import { deliver } from '../../lib/webhook/deliver'
import { AddWebhookInput } from '../../lib/webhook/input'
import { isPrivateAddress } from '../../lib/webhook/private-addresses'
import { listWebhooks } from '../../lib/webhook/queries'
import { removeWebhook } from '../../lib/webhook/remove-webhook'
import { MOST_WEBHOOKS } from '../../lib/webhook/rules'
import { tryWebhook } from '../../lib/webhook/try-webhook'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

type Received = { headers: IncomingHttpHeaders; body: string }

let server: Server
let url: string
let answer = 200
const received: Received[] = []

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = 'a secret of some length for the tests alone'
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})

afterAll(async () => {
  await closeSender()
  await new Promise((closed) => server.close(closed))
})

beforeEach(() => {
  process.env.DUIZHAO_WEBHOOKS_PRIVATE = 'true'
  answer = 200
  received.length = 0
})

afterEach(async () => {
  await db.webhook.deleteMany()
  // The queue makes its tables with the first message.
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'webhook-deliver'`.catch(() => {})
})

const NEVER = new AbortController().signal

function add({ manager, projectId }: World, more: Partial<AddWebhookInput> = {}) {
  return addWebhook(manager, AddWebhookInput.parse({ projectId, url, topics: ['document'], ...more }))
}

async function rename({ manager, projectId, document }: World, title: string) {
  const { documentId, document: made } = await document([['一', 'One']])
  await renameDocument(manager, { projectId, documentId, title, seenVersion: made.version })
  await sealAudit()
}

/** What waits in the queue, delivered as a worker does. */
async function work(): Promise<void> {
  const jobs = await db.$queryRaw<{ data: unknown }[]>`
    SELECT data FROM pgboss.job WHERE name = 'webhook-deliver' AND state IN ('created', 'retry') ORDER BY created_on, id`
  for (const { data } of jobs) await deliver(data, NEVER)
}

describe('what is told', () => {
  test('a deed after the webhook was made, once, with who, where and what', async () => {
    const w = await world()
    await rename(w, 'Before')
    await add(w)
    await rename(w, 'After')
    expect(await announceDeeds()).toBe(1)
    expect(await announceDeeds()).toBe(0)
    await work()
    expect(received.map(({ body }) => JSON.parse(body))).toMatchObject([
      {
        type: 'document.rename',
        data: {
          project: { id: w.projectId },
          document: { title: 'After' },
          by: { id: w.manager.userId, name: 'manager' },
        },
      },
    ])
  })

  test('only of what was asked for, and nothing of another project', async () => {
    const [w, other] = [await world(), await world()]
    await add(w, { topics: ['edition'] })
    await rename(w, 'Mine')
    await rename(other, 'Theirs')
    expect(await announceDeeds()).toBe(0)
  })

  test('two workers at once tell it once', async () => {
    const w = await world()
    await add(w)
    await rename(w, 'Once')
    const told = await Promise.all([announceDeeds(), announceDeeds(), announceDeeds()])
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(1)
  })

  test('nothing of what was done while it was off', async () => {
    const w = await world()
    const { id: webhookId } = await add(w)
    const change = { projectId: w.projectId, webhookId, topics: ['document' as const] }
    await changeWebhook(w.manager, { ...change, enabled: false, seenVersion: 1 })
    await rename(w, 'Unseen')
    expect(await announceDeeds()).toBe(0)
    await changeWebhook(w.manager, { ...change, enabled: true, seenVersion: 2 })
    await sealAudit()
    expect(await announceDeeds()).toBe(0)
    await expect(changeWebhook(w.manager, { ...change, enabled: true, seenVersion: 1 })).rejects.toMatchObject({
      problem: 'changed-meanwhile',
    })
  })

  test('what waits for a webhook that was removed goes nowhere', async () => {
    const w = await world()
    const { id: webhookId } = await add(w)
    await rename(w, 'Too late')
    await announceDeeds()
    await removeWebhook(w.manager, { projectId: w.projectId, webhookId, seenVersion: 1 })
    await work()
    expect(received).toEqual([])
  })
})

describe('how it is sent', () => {
  test('signed as the Standard Webhooks specification has it; the database does not hold the secret', async () => {
    const w = await world()
    const { id, secret } = await add(w)
    await tryWebhook(w.manager, { projectId: w.projectId, webhookId: id })
    const [{ headers, body }] = received
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    expect(headers['accept-encoding']).toBe('identity')
    expect(JSON.stringify(await db.webhook.findUnique({ where: { id }, omit: { upTo: true } }))).not.toContain(secret)
  })

  test('a repeated message has the id of the first try', async () => {
    const w = await world()
    await add(w)
    await rename(w, 'Again')
    await announceDeeds()
    answer = 503
    await expect(work()).rejects.toThrow('HTTP 503')
    expect(await listWebhooks(w.manager, w)).toMatchObject([{ problem: 'HTTP 503', lastSentAt: null, enabled: true }])
    answer = 204
    await work()
    expect(received[1].headers['webhook-id']).toBe(received[0].headers['webhook-id'])
    expect(await listWebhooks(w.manager, w)).toMatchObject([{ problem: '', lastSentAt: expect.any(Date) }])
  })

  test('a redirect is not followed', async () => {
    const w = await world()
    const { id: webhookId } = await add(w)
    answer = 302
    expect(await tryWebhook(w.manager, { projectId: w.projectId, webhookId })).toEqual({
      ok: false,
      problem: 'HTTP 302',
    })
  })

  test('who answers that it is gone is told nothing more', async () => {
    const w = await world()
    await add(w)
    await rename(w, 'Gone')
    await announceDeeds()
    answer = 410
    await work()
    expect(await listWebhooks(w.manager, w)).toMatchObject([{ enabled: false, problem: 'HTTP 410' }])
  })

  test('who does not answer is noted with the reason', async () => {
    const w = await world()
    const { id: webhookId } = await add(w, { url: 'http://127.0.0.1:1/' })
    expect(await tryWebhook(w.manager, { projectId: w.projectId, webhookId })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

describe('where it may go', () => {
  const refused = [
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://[::1]:1/',
    'http://[::ffff:127.0.0.1]:1/',
    'http://0.0.0.0:1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://172.20.0.1/',
    'http://2130706433:1/',
    'http://0x7f.1:1/',
    'http://[fd00::1]/',
    'http://[64:ff9b::7f00:1]/',
  ]
  test.each(refused)('not to %s', async (to) => {
    delete process.env.DUIZHAO_WEBHOOKS_PRIVATE
    const w = await world()
    const { id: webhookId } = await add(w, { url: to })
    expect(await tryWebhook(w.manager, { projectId: w.projectId, webhookId })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('private address'),
    })
    expect(received).toEqual([])
  })

  test.each(['8.8.8.8', '2606:4700::1111', '172.32.0.1', '100.128.0.1'])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false)
  })

  test.each(['ftp://example.org/', 'https://user:pass@example.org/', 'javascript:alert(1)', 'example.org', ''])(
    '%j is no address for a webhook',
    (address) => {
      const input = { projectId: crypto.randomUUID(), url: address, topics: ['document'] }
      expect(AddWebhookInput.safeParse(input).success).toBe(false)
    },
  )
})

test('a project has only so many', async () => {
  const w = await world()
  for (let count = 0; count < MOST_WEBHOOKS; count++) await add(w)
  await expect(add(w)).rejects.toMatchObject({ problem: 'webhooks-too-many' })
})
