import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { EN, importTexts, newProject, ZH } from './documents'

test('keys are changed on the key sheet: refused, taken over, kept over a reload, put back', async ({ page }) => {
  const project = await newProject(page, 'Own keys')
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByRole('button', { name: /^Go to row: Ctrl G/ }).click()
  await page.keyboard.press('Control+w')
  await expect(sheet).toContainText('The browser keeps these keys for itself.')
  await page.keyboard.press('Alt+o')
  await expect(sheet).toContainText('“Outline” has these keys.')
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Take them from it' }).click()
  await expect(sheet.getByRole('button', { name: /^Outline: no keys/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Alt+o')
  await expect(page.getByLabel('Row number')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await sheet.getByRole('button', { name: 'Standard keys everywhere' }).click()
  await expect(sheet.getByRole('button', { name: /^Go to row: Ctrl G/ })).toBeVisible()
})

test('the palette leads to a row by its number and to a section by its name', async ({ page }) => {
  const project = await newProject(page, 'Palette')
  await importTexts(page, project, { zh: ZH, en: EN })
  await openPalette(page)
  await page.keyboard.type('4')
  await expect(page.getByRole('option', { name: /To row 4/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Row 4 of/).first()).toBeVisible()
  await openPalette(page)
  await page.keyboard.type('Haifeng Daily')
  await expect(page.getByRole('option').first()).toContainText('海风日报')
  await expectAccessible(page)
})

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'What do you want to do?' })).toBeFocused()
}
