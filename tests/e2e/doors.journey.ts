/**
 * Knocks at every page, route handler and server action over HTTP: signed out, as a stranger, and in every role of a project.
 * Browsers are not needed for it; people are made by the same actions the pages call.
 */
import { expect, type Page, test } from '@playwright/test'
import { MEMBER_ROLES } from '../../lib/auth/roles'
import { ACTIONS, headersOf, idOf } from './actions'
import { EN, importTexts, newProject, ZH } from './documents'
import { DOORS, type Door, OPEN_ACTIONS } from './doors'

const BASE = process.env.BASE_URL ?? ''
const PASSWORD = 'lamps and piers and bells'

const KNOCKERS = ['out', 'stranger', ...MEMBER_ROLES] as const
type Knocker = (typeof KNOCKERS)[number]

test('nobody gets through a door that is not theirs', async ({ page }) => {
  const project = await newProject(page, 'Doors')
  await importTexts(page, project, { zh: ZH, en: EN })
  const [, , projectId, , documentId] = new URL(page.url()).pathname.split('/')
  const administrator = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const outline = await page.request.get(`/api/projects/${projectId}/documents/${documentId}/outline`)
  const segmentId = String((await outline.json()).ids[0])
  const cookies = await people(administrator, projectId)
  const filled = {
    projectId,
    documentId,
    segmentId,
    discrepancyId: crypto.randomUUID(),
    jobId: crypto.randomUUID(),
    assignmentId: crypto.randomUUID(),
    userId: await ownId(page),
    number: '1',
    format: 'csv',
  }

  await test.step('pages and routes', async () => {
    for (const [door, of] of Object.entries(DOORS)) {
      const answers = await Promise.all(
        KNOCKERS.map(async (knocker) => [knocker, await knock(door, of, filled, cookies[knocker])] as const),
      )
      expect.soft({ door, ...Object.fromEntries(answers) }).toEqual({ door, ...wanted(door, of) })
      if (of.who === 'administrators') expect.soft(await knock(door, of, filled, administrator)).toBe('open')
    }
  })

  await test.step('server actions', async () => {
    for (const [id, { exportedName }] of ACTIONS) {
      if (OPEN_ACTIONS.includes(exportedName)) continue
      expect([exportedName, await act(id, '/sign-in', [{}], '')]).toEqual([
        exportedName,
        expect.stringContaining('"problem":"not-signed-in"'),
      ])
    }
  })
})

/** The administrator's, from the link to their own data. */
async function ownId(page: Page): Promise<string> {
  const account = await (await page.request.get('/account')).text()
  return account.match(/\/api\/people\/([0-9a-f-]{36})\/data/)?.[1] ?? ''
}

function wanted(door: string, { who, absent }: Door): Record<Knocker, string> {
  const page = !door.includes(' /api/')
  const of = (knocker: Knocker) => {
    if (knocker === 'out') return 'not-signed-in'
    if (who === 'signed-in') return 'open'
    if (who === 'administrators' || knocker === 'stranger') return 'not-found'
    if (absent && who.includes(knocker)) return 'not-found'
    return who.includes(knocker) ? 'open' : page ? 'not-found' : 'forbidden'
  }
  return Object.fromEntries(KNOCKERS.map((knocker) => [knocker, of(knocker)])) as Record<Knocker, string>
}

/** How a door answers: what tells of rights, and `open` for all the rest. */
async function knock(door: string, of: Door, filled: Record<string, string>, cookie: string): Promise<string> {
  const [method, path] = door.split(' ')
  const fill = (text: string) => text.replace(/\[(\w+)\]/g, (_, name) => filled[name] ?? '')
  const form = new FormData()
  form.set('zh', new File([''], 'x.txt'))
  const answer = await fetch(`${BASE}${fill(path)}?${fill(of.query ?? '')}`, {
    method,
    redirect: 'manual',
    headers: { cookie, ...(of.body && { 'content-type': 'application/json' }) },
    ...(of.form
      ? { body: form }
      : of.body
        ? { body: JSON.stringify(of.body).replaceAll('"[segmentId]"', filled.segmentId) }
        : {}),
  })
  const text = await answer.text()
  if (answer.status === 401 || /NEXT_REDIRECT;[a-z]+;\/sign-in/.test(text)) return 'not-signed-in'
  if (answer.headers.get('location')?.includes('/sign-in')) return 'not-signed-in'
  // What answers in a stream says so in it.
  if (answer.status === 403 || text.includes('"problem":"not-allowed"')) return 'forbidden'
  // A job, an edition, a thread that is not there is told to members in words of its own.
  if (text.includes('NEXT_HTTP_ERROR_FALLBACK;404') || text.includes('"problem":"not-found"')) return 'not-found'
  expect(answer.status, `${door} ${text.slice(0, 200)}`).toBeLessThan(500)
  return 'open'
}

async function people(administrator: string, projectId: string): Promise<Record<Knocker, string>> {
  const made = await Promise.all(
    KNOCKERS.filter((knocker) => knocker !== 'out').map(async (knocker) => [
      knocker,
      await signedIn(administrator, knocker === 'stranger' ? await otherProject(administrator) : projectId, knocker),
    ]),
  )
  return { out: '', ...Object.fromEntries(made) }
}

async function otherProject(cookie: string): Promise<string> {
  const answer = await act(
    idOf('createProjectHere'),
    '/projects/new',
    [{ name: 'Else', governing: 'prevails-zh' }],
    cookie,
  )
  return answer.match(/"id":"([0-9a-f-]{36})"/)?.[1] ?? ''
}

/** Their cookie. Invited, accepted by the link with an account of their own, signed in with the password. */
async function signedIn(administrator: string, projectId: string, knocker: Knocker): Promise<string> {
  const role = knocker === 'stranger' ? 'manager' : knocker
  const email = `${knocker}-${Date.now()}@doors.example`
  const invited = await act(
    idOf('inviteHere'),
    `/projects/${projectId}/members`,
    [{ projectId, email, name: knocker, role }],
    administrator,
  )
  const secret = invited.match(/"secret":"([\w-]+)"/)?.[1] ?? ''
  await act(
    idOf('acceptAsNewcomerHere'),
    `/invitation/${secret}`,
    [{ secret, name: knocker, password: PASSWORD, locale: 'en' }],
    '',
  )
  const asked = await fetch(`${BASE}/api/auth/csrf`)
  const { csrfToken } = await asked.json()
  const answer = await fetch(`${BASE}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: jar(asked) },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD, json: 'true' }),
  })
  expect(jar(answer), knocker).toContain('session-token')
  return jar(answer)
}

const jar = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Calls a server action as the page does. */
async function act(id: string, path: string, args: unknown[], cookie: string): Promise<string> {
  const answer = await fetch(`${BASE}${path}`, {
    method: 'POST',
    headers: { cookie, ...headersOf(id) },
    body: JSON.stringify(args),
  })
  return await answer.text()
}
