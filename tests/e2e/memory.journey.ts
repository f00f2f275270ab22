import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, importTexts, newProject, row } from './documents'

const BEFORE = {
  zh: '灯塔通报\n\n今年共检修灯塔六十座，全部按期完成。\n\n谢谢各位。\n',
  en: 'Lighthouse bulletin\n\nSixty lighthouses were overhauled this year, all on time.\n\nThank you all.\n',
}
const NOW = {
  zh: '灯塔通报二\n\n今年共检修灯塔八十座，全部按期完成。\n\n明天再见。\n',
  en: 'Lighthouse bulletin 2\n\nEighty lighthouses were repaired this year, and all on time.\n\nSee you tomorrow.\n',
}

test('what another document of the project says alike is put into the cell by a key, as a draft; words are found in all of them', async ({
  page,
}) => {
  const project = await newProject(page, 'Memory')
  await importTexts(page, project, BEFORE)
  await importTexts(page, project, NOW)
  const here = row(page, '八十座')
  await cell(here, 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.press('Alt+Comma')
  await expect(field).toHaveValue(/^Sixty lighthouses/)
  await expect(page.getByText(/^Match 1 of 1/)).toBeVisible()
  await field.press('Control+z')
  await expect(field).toHaveValue(/^Eighty lighthouses/)

  await page.getByRole('tab', { name: 'Memory' }).click()
  const match = page.getByRole('region', { name: 'Matches of this row' }).getByRole('listitem')
  await expect(match.locator('del')).toHaveText('六')
  await expect(match.locator('ins')).toHaveText('八')
  await expect(match).toContainText('Lighthouse bulletin')
  await expectAccessible(page)
  await match.getByRole('button', { name: 'Insert match 1' }).click()
  await expect(field).toHaveValue(/^Sixty lighthouses/)
  await expect(field).toBeFocused()

  await cell(here, 'zh').click()
  await cell(here, 'zh')
    .getByText('今年')
    .dblclick({ position: { x: 20, y: 12 } })
  await page.keyboard.press('Alt+Slash')
  const found = page.getByRole('tabpanel').getByRole('listitem')
  await expect(found).toHaveCount(2)
  await expect(found.locator('mark').first()).toHaveText('今年')
  await expectAccessible(page)
})
