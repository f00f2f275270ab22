import { expect, type Page, test } from '@playwright/test'
import { cell, declaration, EN, importTexts, newProject, ZH } from './documents'
import { settled } from './settled'

function here(page: Page) {
  return page.locator('.review-row[data-current]')
}

/** The row one is at, in sight, with the keys going to it. */
async function expectInHand(page: Page, row?: number) {
  if (row) await expect(here(page)).toHaveAttribute('data-row', String(row))
  await expect(here(page)).toBeInViewport()
  await expect(cell(here(page), 'en')).toBeFocused()
}

test('far leaps, page keys, panels, searching and modes: the row one is at stays in sight and in hand', async ({
  page,
}) => {
  const project = await newProject(page, 'In hand')
  await page.goto(`${project}/import`)
  await settled(page)
  await page.getByLabel('Choose a file: Chinese text').setInputFiles(declaration('cmn_hans'))
  await page.getByLabel('Choose a file: English text').setInputFiles(declaration('eng'))
  await page.getByRole('button', { name: 'See what is understood' }).click()
  await page.getByRole('button', { name: 'Save and align' }).click()
  await page.waitForURL(/\/review\//)
  await expectInHand(page, 1)
  await page.keyboard.press('PageDown')
  await expect(here(page)).not.toHaveAttribute('data-row', '1')
  await expectInHand(page)
  await page.keyboard.press('Control+End')
  await expect(page.locator('.review-row[data-row="1"]')).toHaveCount(0)
  await expectInHand(page)
  await page.keyboard.press('Control+Home')
  await expectInHand(page, 1)

  await page.keyboard.press('Control+g')
  await page.getByLabel('Row number').fill('60')
  await page.keyboard.press('Enter')
  await expectInHand(page, 60)
  for (const keys of ['Alt+p', 'Alt+z', 'Alt+o', 'Alt+d', 'Alt+p', 'Alt+z', 'Alt+o', 'Alt+d']) {
    await page.keyboard.press(keys)
    await expectInHand(page, 60)
  }

  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find in both texts' })
  await field.fill('everyone')
  await expect(here(page)).toHaveCount(0)
  await field.press('Escape')
  await expectInHand(page)
  await expect(field).toHaveValue('everyone')
  await page.getByRole('button', { name: 'Show all rows' }).press('Enter')
  await expectInHand(page)

  await page.keyboard.press('Control+g')
  await page.getByLabel('Row number').fill('60')
  await page.keyboard.press('Enter')
  await expectInHand(page, 60)
  await page.keyboard.press('Control+Alt+1')
  await expect(page.locator('.read-sentence:focus')).toBeInViewport()
  await page.keyboard.press('Control+Alt+3')
  await expectInHand(page, 60)

  // What comes up beneath a row at the lower edge comes into sight with it.
  await here(page).evaluate((element) => element.scrollIntoView({ block: 'end' }))
  for (const keys of ['Alt+h', 'Enter', 'x']) await page.keyboard.press(keys)
  await expect(page.getByRole('button', { name: 'Suggest', exact: true })).toBeInViewport({ ratio: 1 })
  for (const keys of ['Shift+Alt+z', 'Alt+h', 'Escape']) await page.keyboard.press(keys)
  await expectInHand(page, 60)

  await here(page).hover()
  await page.mouse.wheel(0, -20_000)
  await expect(here(page)).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expectInHand(page, 60)
})

test('with little height and every bar open, rows are left to work on', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 })
  const project = await newProject(page, 'Little height')
  await importTexts(page, project, { zh: ZH, en: EN })
  for (const keys of ['Alt+d', 'Alt+p', 'Control+f']) await page.keyboard.press(keys)
  await expect(page.getByRole('complementary', { name: 'About this row' })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Find in both texts' })).toBeFocused()
  const height = () => page.locator('.review-scroller').evaluate((rows) => rows.clientHeight)
  await expect.poll(height).toBeGreaterThanOrEqual(140)
  await page.getByRole('button', { name: 'More to accept or reject' }).press('Enter')
  await expect(page.getByRole('menuitem', { name: /Of many rows/ })).toBeVisible()
})
