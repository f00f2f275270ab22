import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { EN, importTexts, newProject, row, ZH } from './documents'

async function openFilter(page: Page) {
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find in both texts' })
  await expect(field).toBeFocused()
  return field
}

function filterBar(page: Page) {
  return page.locator('#review-filter')
}

/** The row on which the person stands. */
function here(page: Page) {
  return page.locator('[role=row][data-current]')
}

test('one Chinese character is found in rows that need not exist on the page, and walked through both ways', async ({
  page,
}) => {
  const project = await newProject(page, 'Finding')
  await importTexts(page, project, { zh: ZH, en: EN })
  const field = await openFilter(page)
  await field.fill('灯')
  const bar = filterBar(page)
  await expect(bar.getByText('4 places', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await field.press('Enter')
  await expect(bar.getByText('1 of 4', { exact: true })).toBeVisible()
  await expect(here(page)).toContainText('海风镇举行灯塔维修情况发布会')
  await expect(field).toBeFocused()
  await bar.getByRole('button', { name: 'Next place' }).click()
  await expect(bar.getByText('2 of 4', { exact: true })).toBeVisible()
  await expect(here(page)).toContainText('介绍灯塔维修情况')
  await bar.getByRole('button', { name: 'Previous place' }).click()
  await bar.getByRole('button', { name: 'Previous place' }).click()
  await expect(bar.getByText('4 of 4', { exact: true })).toBeVisible()
  await expect(here(page)).toContainText('更换了灯具')
  await expect(row(page, '请问下一步有什么打算')).toHaveCount(0)
})

test('a regular expression finds in one text; one that is half typed says so and breaks nothing', async ({ page }) => {
  const project = await newProject(page, 'Patterns')
  await importTexts(page, project, { zh: ZH, en: EN })
  const field = await openFilter(page)
  const bar = filterBar(page)
  await bar.getByRole('button', { name: 'Regular expression' }).click()
  await bar.getByRole('combobox', { name: 'Where to look' }).selectOption('English')
  await field.fill(String.raw`(\d`)
  await expect(bar.getByRole('alert')).toBeVisible()
  await field.fill(String.raw`\b(lamps|piers) were`)
  await expect(bar.getByRole('alert')).toHaveCount(0)
  await expect(bar.getByText('2 places', { exact: true })).toBeVisible()
  await field.press('Enter')
  await expect(here(page)).toContainText('First, the lamps were replaced.')
})

test('a filter stands in the address, survives a reload, and is kept as a view', async ({ page }) => {
  const project = await newProject(page, 'Views of rows')
  await importTexts(page, project, { zh: ZH, en: EN })
  await openFilter(page)
  const bar = filterBar(page)
  await bar.getByRole('button', { name: 'Translated', exact: true }).click()
  await expect(page).toHaveURL(/status=translated/)
  await page.reload()
  await expect(bar.getByRole('button', { name: 'Translated', exact: true })).toHaveAttribute('aria-pressed', 'true')
  // A menu that is opened while the rows are still coming would close when they are there.
  await expect(page.getByRole('row').nth(2)).toBeVisible()

  await bar.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save this view …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Saved views' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('To revise')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('View “To revise” saved.').first()).toBeVisible()
  await bar.getByRole('button', { name: 'Show all rows' }).click()
  await expect(row(page, '请问下一步有什么打算')).toHaveCount(1)
  await expect(page).not.toHaveURL(/status=/)

  await bar.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'To revise' }).click()
  await expect(page).toHaveURL(/status=translated/)
  await expect(bar.getByRole('button', { name: 'Translated', exact: true })).toHaveAttribute('aria-pressed', 'true')
})

test('words are replaced after a look at each place, and all of it is taken back at once', async ({ page }) => {
  const project = await newProject(page, 'Replacing')
  await importTexts(page, project, { zh: ZH, en: EN })
  const field = await openFilter(page)
  const bar = filterBar(page)
  await bar.getByRole('combobox', { name: 'Where to look' }).selectOption('English')
  await field.fill('lighthouses')
  await expect(bar.getByText('2 places', { exact: true })).toBeVisible()
  await bar.getByRole('button', { name: 'Replace …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Find and replace' })
  await dialog.getByRole('textbox', { name: 'Replace with' }).fill('light towers')
  await expect(dialog.locator('ins').first()).toHaveText('light towers')
  await expectAccessible(page)
  await dialog
    .getByRole('checkbox', { name: /^Replace “lighthouses”/ })
    .first()
    .uncheck()
  await dialog.getByRole('button', { name: 'Replace 1 place' }).click()
  await expect(page.getByText('Replaced in 1 row.').first()).toBeVisible()
  await bar.getByRole('button', { name: 'Show all rows' }).click()
  await expect(row(page, '今年共检修')).toContainText('This year, light towers were inspected 68,900 times')
  await expect(row(page, '今天介绍')).toContainText('the repair of the lighthouses')

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('1 row is as it was.').first()).toBeVisible()
  await expect(row(page, '今年共检修')).toContainText('This year, lighthouses were inspected 68,900 times')
})

test('the rows a filter shows are led to a status after a preview, and led back', async ({ page }) => {
  const project = await newProject(page, 'Many at once')
  await importTexts(page, project, { zh: ZH, en: EN })
  const field = await openFilter(page)
  const bar = filterBar(page)
  await field.fill('replaced')
  await expect(bar.getByText('1 place', { exact: true })).toBeVisible()
  const replaced = row(page, '更换了灯具')
  await expect(replaced).toContainText('Translated')
  await bar.getByRole('button', { name: 'Status of many …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set the status of many rows' })
  await dialog.getByLabel('Status', { exact: true }).selectOption('Reviewed')
  await expect(dialog.getByText('No row can go there.')).toBeVisible()
  await expect(dialog.getByText('1 row is not one step away')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Change 0 rows' })).toBeDisabled()
  await dialog.getByLabel('Status', { exact: true }).selectOption('Revised')
  await expect(dialog.getByText('1 row goes.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Change 1 row' }).click()
  await expect(page.getByText('1 row is now “Revised”.').first()).toBeVisible()
  await expect(replaced).toContainText('Revised')

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('1 row is as it was.').first()).toBeVisible()
  await expect(replaced).toContainText('Translated')
})
