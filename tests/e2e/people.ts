import { type Browser, expect, type Page } from '@playwright/test'
import { settled } from './settled'

export const ADMINISTRATOR = { name: 'Ada Lin', email: 'ada@desk.example', password: 'ferries leave at half past six' }

const PASSWORD = 'lamps and piers and bells'

/** A reviser of the project, signed in in a browser of their own, with the document open. */
export async function colleague(page: Page, browser: Browser, project: string, review: string): Promise<Page> {
  const mark = await newMember(page, browser, project, { name: 'Mark Ellis', role: 'reviser' })
  await mark.goto(review)
  await page.goto(review)
  for (const one of [page, mark]) await expect(one.getByRole('row').nth(3)).toBeVisible()
  await expect(page.getByRole('button', { name: '1 other person is here' })).toBeVisible()
  return mark
}

type Newcomer = { name: string; role: string; email?: string }

/** Somebody invited to the project who has accepted with an account of their own, in a browser of theirs. */
export async function newMember(
  page: Page,
  browser: Browser,
  project: string,
  { name, role, email }: Newcomer,
): Promise<Page> {
  await page.goto(`${project}/members`)
  await page.getByRole('button', { name: 'Invite a member' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('E-mail address').fill(email ?? `member-${Date.now()}@desk.example`)
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue()
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    baseURL: process.env.BASE_URL,
    locale: 'en-GB',
  })
  const theirs = await context.newPage()
  await theirs.goto(link)
  await settled(theirs)
  await theirs.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await theirs.getByRole('button', { name: 'Set up and sign in' }).click()
  await expect(theirs.getByRole('heading', { name: 'My work' })).toBeVisible()
  return theirs
}
