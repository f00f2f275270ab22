import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { EN, importTexts, newProject, row, ZH } from './documents'

test('a termbase: a glossary is previewed and brought in, a term is forbidden, and the review knows both', async ({
  page,
}) => {
  const project = await newProject(page, 'Terms')
  await importTexts(page, project, { zh: ZH, en: EN })
  const review = new URL(page.url()).pathname

  await page.goto(`${project}/terms`)
  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog')
  const glossary = {
    name: 'glossary.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('zh,en\n灯塔,lighthouse\n栈桥,jetty\n'),
  }
  await dialog.getByLabel('File').setInputFiles(glossary)
  await expect(dialog.getByText('2 concepts with 4 terms: 2 new, 0 changed, 0 as they are.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Bring them in' }).click()
  await expect(page.getByRole('row').filter({ hasText: '栈桥' })).toContainText('jetty')

  await page.getByRole('button', { name: 'Edit 栈桥' }).click()
  await dialog.getByRole('button', { name: 'Add an English form' }).click()
  await dialog.getByRole('textbox', { name: 'Term' }).last().fill('pier')
  await dialog.getByRole('combobox', { name: 'Use' }).last().selectOption('Forbidden')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row').filter({ hasText: '栈桥' })).toContainText('pier')
  await expectAccessible(page)

  await page.goto(review)
  const reinforced = row(page, '加固了栈桥')
  await expect(reinforced.getByRole('button', { name: /finding/ })).toBeVisible()
  await reinforced.getByRole('button', { name: /finding/ }).click()
  const inspector = page.getByRole('complementary', { name: 'About this row' })
  await expect(inspector.getByText('The termbase forbids “pier”; it has “jetty”.')).toBeVisible()
  await inspector.getByRole('tab', { name: 'Terms' }).click()
  await expect(inspector.getByText('jetty')).toBeVisible()
  await expectAccessible(page)

  const coming = page.waitForEvent('download')
  await page.goto(`${project}/terms`)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'TBX-Basic 2' }).click()
  expect((await coming).suggestedFilename()).toBe('termbase.tbx')
})
