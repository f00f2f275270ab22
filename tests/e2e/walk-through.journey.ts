/** Five members take a document from its import to a published edition through the screen, and not everything goes as planned. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { cell, importOnScreen, newProjectOnScreen, row } from './documents'
import { settled } from './settled'

const ZH = '灯塔开放了。\n\n栈桥加固了。\n\n灯具更换了。\n\n渡船停航了。\n'
const EN = 'The lighthouse is open.\n\nThe pier is firm.\n\nThe lamps are new.\n\nThe ferry is idle.\n'

const PASSWORD = 'lamps and piers and bells'

const TEAM = [
  { key: 'jing', name: 'Zhou Jing', role: 'translator' },
  { key: 'owen', name: 'Owen Reed', role: 'translator' },
  { key: 'mei', name: 'Mei Lin', role: 'reviser' },
  { key: 'nora', name: 'Nora Hale', role: 'reviewer' },
] as const

type Key = (typeof TEAM)[number]['key']

test('a deadline missed, a hand-over, a self-revision refused, an override logged, a member removed mid-work', async ({
  page: manager,
  browser,
}) => {
  const project = await newProjectOnScreen(manager, 'Harbour')
  await importOnScreen(manager, project, { zh: ZH, en: EN })
  const review = new URL(manager.url()).pathname
  await leadAll(manager, 'Draft', 4)
  const { jing, owen, mei, nora } = await gather(manager, browser, project)

  // Two translators share it; the date is past already, and the first one sees so and hands over.
  await assign(manager, project, {
    step: 'translate',
    due: '2026-01-05T09:00',
    among: ['Zhou Jing', 'Owen Reed'],
  })
  await jing.goto('/')
  await expect(jing.getByRole('heading', { name: 'Overdue' })).toBeVisible()
  await act(jing, 'Hand over …')
  const handing = jing.getByRole('dialog')
  const owenThere = await handing.getByRole('option', { name: /^Owen Reed:/ }).getAttribute('value')
  await handing.getByLabel('Member', { exact: true }).selectOption(owenThere)
  await handing.getByLabel(/^Reason/).fill('I am ill.')
  await handing.getByRole('button', { name: 'Hand over', exact: true }).click()
  await expect(jing.getByText('Owen Reed has the work now.').first()).toBeVisible()

  // The second one translates a row and is taken out; what they had lies in the pool, and the first one is back.
  await owen.goto(review)
  await write(owen, '栈桥', 'The pier is firm again.')
  await manager.goto(`${project}/members`)
  await manager.getByRole('button', { name: 'More for Owen Reed' }).click()
  await manager.getByRole('menuitem', { name: 'Remove' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(manager.getByText(/Owen Reed .*2 pieces/).first()).toBeVisible()
  await owen.goto(review)
  await expect(owen.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await jing.goto('/')
  for (const left of [2, 1]) {
    await expect(jing.getByRole('button', { name: /^Take rows/ })).toHaveCount(left)
    await jing
      .getByRole('button', { name: /^Take rows/ })
      .first()
      .click()
  }
  await jing.goto(review)
  for (const words of ['灯具', '渡船']) await approve(jing, words, 'Translated')

  // The reviser lends a hand with one row, and cannot revise what is theirs now: neither as a whole nor on the row.
  await mei.goto(review)
  await write(mei, '灯塔', 'The lighthouse is open again.')
  await isBarred(manager, project, 'revise', 'Mei Lin')
  await cell(row(mei, '灯塔'), 'en').click()
  await mei.keyboard.press('Control+Alt+Enter')
  await expect(mei.getByText(/may not also approve it/).first()).toBeVisible()
  for (const words of ['栈桥', '灯具', '渡船']) await approve(mei, words, 'Revised')

  // The manager revises it, and reads it too, with a reason that is logged.
  await manager.goto(review)
  await approve(manager, '灯塔', 'Revised')
  await cell(row(manager, '灯塔'), 'en').click()
  await manager.keyboard.press('Control+Alt+Enter')
  const override = manager.getByRole('dialog', { name: 'Approve your own work?' })
  await override.getByLabel('Reason').fill('The native reader is away until noon.')
  await override.getByRole('button', { name: 'Approve all the same' }).click()
  await expect(row(manager, '灯塔')).toContainText('Reviewed')

  // A native reader takes the rest from the pool, and the edition goes out.
  await assign(manager, project, { step: 'review', pool: 'Reviewer' })
  await nora.goto('/')
  await nora.getByRole('button', { name: /^Take rows/ }).click()
  await nora.goto(review)
  for (const words of ['栈桥', '灯具', '渡船']) await approve(nora, words, 'Reviewed')
  await nora.goto('/')
  await nora.getByRole('button', { name: /^Report as done/ }).click()
  await nora.getByRole('dialog').getByRole('button', { name: 'Report as done' }).click()
  await expect(nora.getByText(/are reported as done/).first()).toBeVisible()
  await manager.goto(`${review}/editions`)
  await expect(manager.getByText('Nothing stands in the way.')).toBeVisible()
  await manager.getByRole('button', { name: 'Publish edition 1' }).press('Enter')
  await expect(manager.getByText('Edition 1 is published.', { exact: true })).toBeVisible()

  // All of it is on record.
  await manager.goto(`${project}/audit`)
  for (const done of [
    'assignment.hand-over',
    'assignment.return',
    'member.remove',
    'four-eyes.override',
    'edition.publish',
  ])
    await expect(manager.getByRole('row').filter({ hasText: done }).first()).toBeVisible()
  await expect(manager.getByText('The native reader is away until noon.').first()).toBeVisible()
})

/** A browser of their own for each, signed in by their invitation. */
async function gather(manager: Page, browser: Browser, project: string): Promise<Record<Key, Page>> {
  await manager.goto(`${project}/members`)
  const people = {} as Record<Key, Page>
  const coming: Promise<void>[] = []
  for (const { key, name, role } of TEAM) {
    await manager.getByRole('button', { name: 'Invite a member' }).first().click()
    const dialog = manager.getByRole('dialog')
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel('E-mail address').fill(`${key}-${Date.now()}@desk.example`)
    await dialog.getByLabel('Role').selectOption(role)
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
    const link = await manager.getByRole('textbox', { name: 'Invitation link' }).inputValue()
    await manager.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    const context = await browser.newContext({
      storageState: { cookies: [], origins: [] },
      baseURL: process.env.BASE_URL,
      locale: 'en-GB',
    })
    people[key] = await context.newPage()
    coming.push(setUp(people[key], link))
  }
  await Promise.all(coming)
  return people
}

async function setUp(page: Page, link: string) {
  await page.goto(link)
  await settled(page)
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()
}

/** All rows of the document at once, from the review. */
async function leadAll(page: Page, status: string, rows: number) {
  await page.keyboard.press('Alt+q')
  const dialog = page.getByRole('dialog', { name: 'Set the status of many rows' })
  await dialog.getByLabel('Status', { exact: true }).selectOption(status)
  await dialog.getByRole('button', { name: `Change ${rows} rows` }).click()
  await expect(dialog).toBeHidden()
}

type Order = { step: string; due?: string; among?: string[]; pool?: string }

/** Opens the form for the whole document and chooses the step. */
async function ask(page: Page, project: string, step: string) {
  await page.goto(`${project}/assignments`)
  await page.getByRole('button', { name: 'Assign work' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('From row').fill('1')
  await form.getByLabel('To row').fill('4')
  await form.getByLabel('Step').selectOption(step)
  return form
}

async function assign(page: Page, project: string, { step, due, among, pool }: Order) {
  const form = await ask(page, project, step)
  await form.getByLabel('To whom').selectOption(pool ? 'pool' : 'several')
  if (pool) await form.getByLabel('Who may take it').selectOption({ label: pool })
  for (const name of among ?? []) await form.getByRole('checkbox', { name }).check()
  if (due) await form.getByLabel('Due (optional)').fill(due)
  await form.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(form).toBeHidden()
}

/** Somebody four eyes speak against stands in the list with the reason, and cannot be chosen. */
async function isBarred(page: Page, project: string, step: string, name: string) {
  const form = await ask(page, project, step)
  await expect(form.getByRole('option', { name: new RegExp(`^${name}: did an earlier step`) })).toBeDisabled()
  await page.keyboard.press('Escape')
}

async function act(page: Page, item: string) {
  await page
    .getByRole('button', { name: /^More for rows/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Other words for the English of a row; whoever translates marks it so. */
async function write(page: Page, zh: string, text: string) {
  await cell(row(page, zh), 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill(text)
  await field.press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()
  await field.press('Control+Alt+Enter')
  await expect(row(page, zh)).toContainText('Translated')
}

async function approve(page: Page, zh: string, status: string) {
  await cell(row(page, zh), 'en').click()
  await page.keyboard.press('Control+Alt+Enter')
  await expect(row(page, zh)).toContainText(status)
}
