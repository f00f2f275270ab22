import { type Browser, expect, type Page } from '@playwright/test'
import { settled } from './settled'

export const ADMINISTRATOR = { name: 'Ada Lin', email: 'ada@desk.example', password: 'ferries leave at half past six' }

const PASSWORD = 'lamps and piers and bells'

/** A reviser of the project, signed in in a browser of their own, with the document open. */
export async function colleague(page: Page, browser: Browser, project: string, review: string): Promise<Page> {
  await page.goto(`${project}/members`)
  await page.getByRole('button', { name: 'Add a member' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Mark Ellis')
  await dialog.getByLabel('E-mail address').fill(`mark-${Date.now()}@desk.example`)
  await dialog.getByLabel('Role').selectOption('reviser')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  const link = await page.getByRole('textbox', { name: 'Set-up link' }).inputValue()
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    baseURL: process.env.BASE_URL,
    locale: 'en-GB',
  })
  const mark = await context.newPage()
  await mark.goto(link)
  await settled(mark)
  await mark.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await mark.getByRole('button', { name: 'Set up and sign in' }).click()
  await expect(mark.getByRole('heading', { name: 'My work' })).toBeVisible()
  await mark.goto(review)
  await page.goto(review)
  for (const one of [page, mark]) await expect(one.getByRole('row').nth(3)).toBeVisible()
  await expect(page.getByRole('button', { name: '1 other person is here' })).toBeVisible()
  return mark
}
