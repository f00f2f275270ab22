import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { ADMINISTRATOR } from './people'
import { settled } from './settled'

test('the printed link makes the first administrator, once', async ({ page }) => {
  const link = process.env.SETUP_LINK ?? ''
  await page.goto(link)
  await settled(page)
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Name' }).fill(ADMINISTRATOR.name)
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(ADMINISTRATOR.email)
  await page.getByLabel('New password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await expect(page.getByText(/at least 12 characters/i).first()).toBeVisible()
  await page.getByLabel('New password', { exact: true }).fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await expect(page.getByRole('link', { name: /Sample/ }).first()).toBeVisible()
  await page.context().storageState({ path: 'tests/.artifacts/administrator.json' })

  await page.context().clearCookies()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
})

test('signing in asks for the right password and leads to where one wanted to go', async ({ page }) => {
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
  await settled(page)
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(ADMINISTRATOR.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password at all')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText(/do not belong together/)).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/account/)
})
