import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'

test('findings of the checks: shown as they come, dismissed with a reason, written down, and gone once the words are mended', async ({
  page,
}) => {
  const project = await newProject(page, 'Checks')
  const en = EN.replace('Thank you.', 'Thank  you.')
  await importTexts(page, project, { zh: ZH, en })
  const wrong = row(page, '68.9万次')
  await expect(wrong.getByRole('button', { name: /finding/ })).toBeVisible()

  // One key leads to the first, one to the next; the words are named on both sides.
  await page.keyboard.press('Alt+v')
  await expect(wrong).toHaveAttribute('data-current', 'true')
  const inspector = page.getByRole('complementary', { name: 'About this row' })
  const card = inspector.getByRole('listitem').filter({ hasText: '68.9万' })
  await expect(card).toContainText('689,000')
  await expectAccessible(page)

  // One key writes it down.
  await page.keyboard.press('Shift+Alt+f')
  await expect(page.getByText('Discrepancy 1 written down.', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /“68,900.*”: discrepancy no. 1, Number, Major/ })).toBeVisible()

  // The next is dismissed with its reason, which is remembered.
  await page.keyboard.press('Alt+v')
  await expect(inspector.getByText('Two spaces in a row.')).toBeVisible()
  await page.keyboard.press('Alt+w')
  await page.keyboard.press('2')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(inspector.getByText(/^Dismissed here by .*: It is meant so/)).toBeVisible()
  await page.reload()
  await inspector.getByRole('tab', { name: 'Checks' }).click()
  await expect(inspector.getByText(/^Dismissed here by .*: It is meant so/)).toBeVisible()
  await inspector.getByRole('button', { name: 'Undo' }).click()
  await expect(inspector.getByRole('button', { name: 'Dismiss' })).toBeVisible()

  // All of the document are listed, with the way to each.
  await inspector.getByRole('button', { name: 'Whole document' }).click()
  await expect(inspector.getByRole('status').filter({ hasText: '2 findings' })).toBeVisible()
  await inspector.getByRole('listitem').filter({ hasText: '68.9万' }).getByRole('button').click()
  await expect(wrong).toHaveAttribute('data-current', 'true')
  await expectAccessible(page)
  await inspector.getByRole('button', { name: 'This row' }).click()

  // Once the number is mended the finding goes by itself.
  await cell(wrong, 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  const text = await field.inputValue()
  await field.fill(text.replace('68,900', '689,000'))
  await field.press('Control+Enter')
  await expect(inspector.getByText('The checks find nothing in this row.')).toBeVisible()
  await expect(wrong.getByRole('button', { name: /finding/ })).toHaveCount(0)

  // How the check did is told to managers, who may switch it off.
  await page.goto(`${project}/checks`)
  const numbers = page.getByRole('row', { name: /^Numbers/ })
  await expect(numbers).toContainText('1')
  await expectAccessible(page)
  const typography = page.getByRole('checkbox', { name: 'Typography: on' })
  await typography.uncheck()
  await expect(typography).toBeEnabled()
  await page.reload()
  await expect(typography).not.toBeChecked()
})

test('one thing in several forms: every place is shown, one form is chosen, and all of it is taken back', async ({
  page,
}) => {
  const project = await newProject(page, 'Variants')
  const zh = '王乐水：\n坚持“海风经验”。\n推广“海风经验”。\n完善“海风经验”。\n'
  const en =
    'Wang Leshui:\nWe uphold the “Haifeng experience”.\nWe promote the “Haifeng experience”.\nWe improve the “Haifeng model”.\n'
  await importTexts(page, project, { zh, en })
  const odd = row(page, 'Haifeng model')
  await odd.getByRole('button', { name: /finding/ }).click()
  const inspector = page.getByRole('complementary', { name: 'About this row' })
  await inspector.getByRole('button', { name: 'Variants' }).click()
  await inspector.getByRole('radio', { name: 'Haifeng experience' }).check()
  await expectAccessible(page)
  await inspector.getByRole('button', { name: 'Change 1 place' }).click()
  await expect(page.getByText('1 row changed.', { exact: true })).toBeVisible()
  await expect(odd).toHaveCount(0)
  await expect(inspector.getByText(/^Nothing in this document is said in several ways/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(odd).toHaveCount(1)
})
