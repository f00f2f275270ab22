import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'
import { ADMINISTRATOR } from './people'
import { settled } from './settled'

async function save(page: Page, words: string, text: string) {
  await cell(row(page, words), 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill(text)
  await field.press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Escape')
}

const LAMPS = 'First, all the lamps were replaced this spring.'

test('changes are shown by author, walked through by keys, accepted, rejected, and both undone', async ({ page }) => {
  const project = await newProject(page, 'Tracked')
  await importTexts(page, project, { zh: ZH, en: EN })
  await save(page, '更换了灯具', LAMPS)
  await page.keyboard.press('Alt+d')
  const lamps = row(page, '更换了灯具')
  await expect(lamps.locator('ins')).toHaveText(['all ', ' this spring'])
  await expect(lamps.locator('ins').first()).toHaveAttribute('title', `${ADMINISTRATOR.name} inserted “all ”`)
  await expect(page.getByRole('list', { name: 'Who changed what' })).toContainText(ADMINISTRATOR.name)
  await expectAccessible(page)

  await page.keyboard.press('Alt+x')
  await expect(page.getByText('Change 1 of 2 in this row')).toBeVisible()
  await page.keyboard.press('Alt+l')
  await expect(lamps.locator('ins')).toHaveText([' this spring'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(lamps.locator('ins')).toHaveCount(2)

  await page.keyboard.press('Alt+x')
  await page.keyboard.press('Alt+r')
  await expect(page.getByText('Rejected: the words before are back', { exact: false }).first()).toBeVisible()
  await expect(lamps).not.toContainText('this spring')
  await expect(lamps.locator('ins')).toHaveText(['all '])
  await page.keyboard.press('Shift+Alt+l')
  await expect(lamps.locator('ins')).toHaveCount(0)
  await expect(lamps).toContainText('First, all the lamps were replaced.')
})

test('the text is shown with its changes, as it is, or as it was', async ({ page }) => {
  const project = await newProject(page, 'Views')
  await importTexts(page, project, { zh: ZH, en: EN })
  await save(page, '更换了灯具', LAMPS)
  await page.keyboard.press('Alt+d')
  const lamps = row(page, '更换了灯具')
  await page.getByRole('button', { name: 'Final' }).click()
  await expect(lamps).toContainText(LAMPS)
  await expect(lamps.locator('ins')).toHaveCount(0)
  await page.keyboard.press('Shift+Alt+d')
  await expect(lamps).toContainText('First, the lamps were replaced.')
  await expectAccessible(page)
  await page.keyboard.press('Shift+Alt+d')
  await expect(lamps.locator('ins')).toHaveCount(2)
})

test('a suggestion is put forward, changes nothing, is taken over, and the history names both', async ({ page }) => {
  const project = await newProject(page, 'Suggestions')
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.keyboard.press('Alt+h')
  const lamps = row(page, '更换了灯具')
  await cell(lamps, 'en').click()
  await page.getByRole('textbox', { name: /English, being suggested/ }).fill(LAMPS)
  await page.getByLabel('Why (may be left empty)').fill('It was this spring.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  const suggestion = lamps.getByRole('region', { name: `Suggestion by ${ADMINISTRATOR.name}` })
  await expect(suggestion).toContainText('It was this spring.')
  await page.keyboard.press('Alt+h')

  await save(page, '更换了灯具', 'First, the old lamps were replaced.')
  await expect(suggestion).toContainText('The text has changed since')
  await expectAccessible(page)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Alt+Period')
  await expect(lamps).toHaveAttribute('data-current', 'true')
  await page.keyboard.press('Shift+Alt+y')
  await expect(suggestion).toHaveCount(0)
  await expect(lamps).toContainText('First, all the old lamps were replaced this spring.')
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Suggestion')
})

test('the timeline tells what happened, and leads to the row', async ({ page }) => {
  const project = await newProject(page, 'Timeline')
  await importTexts(page, project, { zh: ZH, en: EN })
  await save(page, '更换了灯具', LAMPS)
  await page.goto(`${new URL(page.url()).pathname}/timeline`)
  await settled(page)
  await expect(page.getByRole('heading', { name: 'What happened to this document' })).toBeVisible()
  await expect(page.locator('ins').first()).toHaveText('all ')
  await expectAccessible(page)
  await page.getByLabel('What').selectOption('Statuses')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nothing fits these choices').filter({ visible: true })).toBeVisible()
  await settled(page)
  await page.getByRole('link', { name: 'Show everything' }).click()
  await page.getByRole('link', { name: /^Row/ }).first().click()
  await expect(row(page, '更换了灯具')).toHaveAttribute('data-current', 'true')
})
