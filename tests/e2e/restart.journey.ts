import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startWorkbench } from '../support/workbench'
import { cell, row } from './documents'
import { ADMINISTRATOR } from './people'
import { settled } from './settled'

test.use({ storageState: { cookies: [], origins: [] } })

test('stopping and starting again takes seconds and loses nothing', async ({ page }) => {
  test.setTimeout(180_000)
  const dataFolder = mkdtempSync(join(tmpdir(), 'duizhao-restart-'))
  chmodSync(dataFolder, 0o755)
  const first = await startWorkbench({ dataFolder, keep: true })
  await page.goto(first.setupLink)
  await settled(page)
  await page.getByLabel('Name').fill(ADMINISTRATOR.name)
  await page.getByLabel('E-mail address').fill(ADMINISTRATOR.email)
  await page.getByLabel('New password', { exact: true }).fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await page
    .getByRole('link', { name: /Sample press briefing/ })
    .first()
    .click()
  await cell(row(page, '2025年10月24日上午10时'), 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill('Lanpu | Oct. 24, 2025, 10 a.m.')
  await field.press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()
  const review = new URL(page.url()).pathname
  await first.stop()

  const second = await startWorkbench({ dataFolder, keep: true })
  try {
    expect(second.setupLink).toBe('')
    // The secret that sessions are signed with is kept too: nobody is signed out.
    await page.goto(second.address + review)
    await expect(row(page, 'Lanpu | Oct. 24, 2025, 10 a.m.')).toBeVisible()
  } finally {
    await second.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
