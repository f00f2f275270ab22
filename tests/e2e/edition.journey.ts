import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'

test('published over what stands in the way, changed, published again: both stay, and the difference is told', async ({
  page,
}) => {
  const project = await newProject(page, 'Editions')
  await importTexts(page, project, { zh: ZH, en: EN })
  const review = new URL(page.url()).pathname
  await page.goto(`${review}/editions`)
  await expect(page.getByRole('main').getByText('Nothing has been published yet')).toBeVisible()
  const publish = page.getByRole('button', { name: 'Publish edition 1' })
  await expect(publish).toBeDisabled()
  await expect(page.getByRole('main').getByText(/rows are not reviewed/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'What readers should know of this edition' }).fill('For the press.')
  await page.getByRole('textbox', { name: 'Why it is published all the same' }).fill('The briefing is tonight.')
  await publish.press('Enter')
  await expect(page.getByText('Edition 1 is published.', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Publish edition 2' })).toBeFocused()

  await page.goto(review)
  await cell(row(page, '更换了灯具'), 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill('First, all lamps were replaced.')
  await field.press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()

  await page.goto(`${review}/editions`)
  await page.getByRole('textbox', { name: 'Why it is published all the same' }).fill('A correction.')
  await page.getByRole('button', { name: 'Publish edition 2' }).press('Enter')
  await page.getByRole('link', { name: 'Open edition 2' }).click()
  await expect(page.getByText('The edition has the hash it was published with.')).toBeVisible()
  await expect(page.getByText('None: no passage was corrected after a discrepancy since edition 1.')).toBeVisible()
  const change = page.getByRole('listitem').filter({ hasText: 'Amendment without a note' })
  await expect(change).toContainText('all')
  await expectAccessible(page)

  // The file of the first still says what it said, and its hash is the one on record.
  await page.goto(`${review}/editions/1`)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Edition file' }).click()
  const file = readFileSync(await (await coming).path(), 'utf8')
  expect(file).toContain('First, the lamps were replaced.')
  const sha256 = createHash('sha256').update(file, 'utf8').digest('hex')
  await expect(page.getByText(sha256)).toBeVisible()
})

test('deleted, a document leaves its edition with its errata', async ({ page }) => {
  const project = await newProject(page, 'Kept editions')
  await importTexts(page, project, { zh: ZH, en: EN })
  const editions = `${new URL(page.url()).pathname}/editions`
  await page.goto(editions)
  await page.getByRole('textbox', { name: 'Why it is published all the same' }).fill('The briefing is tonight.')
  await page.getByRole('button', { name: 'Publish edition 1' }).press('Enter')
  await expect(page.getByText('Edition 1 is published.', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'What edition 2 would correct and change' }).click()
  await expect(page.getByRole('heading', { name: 'What the next errata would say' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(project)
  await page.getByRole('button', { name: /^More for/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await expect(dialog).toContainText('It has been published once. That edition stays')
  await dialog.getByRole('button', { name: 'Delete the document' }).press('Enter')
  const kept = page.getByRole('listitem').filter({ hasText: '1 edition' })
  await kept.getByRole('link').click()
  await expect(page.getByText('The document was deleted. What was published of it stays.')).toBeVisible()
  await page.getByRole('link', { name: 'Open edition 1' }).click()
  await expect(page.getByText('None: this is the first edition')).toBeVisible()
  await expect(page.getByText('The edition has the hash it was published with.')).toBeVisible()
})
