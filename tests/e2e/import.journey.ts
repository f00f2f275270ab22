import { expect, test } from '@playwright/test'
import iconv from 'iconv-lite'
import { expectAccessible } from './accessible'
import { cell, declaration, EN, importOnScreen, newProjectOnScreen, row, ZH } from './documents'
import { settled } from './settled'

test('a transcript is understood, put right and saved with its structure', async ({ page }) => {
  const project = await newProjectOnScreen(page, 'Lighthouses')
  await page.goto(`${project}/import`)
  await settled(page)
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Chinese text' }).fill(ZH)
  await page.getByRole('textbox', { name: 'English text' }).fill(EN)
  await page.getByRole('button', { name: 'See what is understood' }).click()

  await expect(page.getByRole('heading', { name: 'What was understood' })).toBeVisible()
  await expect(page.getByLabel('Title of the document')).toHaveValue(/lighthouse repairs/)
  await expect(page.getByRole('radio', { name: /The Chinese prevails/ })).toBeChecked()
  await expect(page.getByText('UTF-8').first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Save and align' }).click()
  await page.waitForURL(/\/review\//)
  const inspected = row(page, '68.9万次')
  await expect(inspected).toContainText('68,900 times')
  await expectAccessible(page)
})

test('both texts from web pages', async ({ page }) => {
  const project = await newProjectOnScreen(page, 'Declaration')
  await page.goto(`${project}/import`)
  await settled(page)
  const [zh, en] = [declaration('cmn_hans'), declaration('eng')]
  await page.getByLabel('Choose a file: Chinese text').setInputFiles(zh)
  await page.getByLabel('Choose a file: English text').setInputFiles(en)
  await page.getByRole('button', { name: 'See what is understood' }).click()
  await page.getByRole('button', { name: 'Save and align' }).click()
  await page.waitForURL(/\/review\//)
  await expect(row(page, '世界人权宣言').first()).toContainText('Universal Declaration')
})

test('a Chinese file in GB18030 is recognised', async ({ page }) => {
  const project = await newProjectOnScreen(page, 'Old encodings')
  await page.goto(`${project}/import`)
  await settled(page)
  const buffer = iconv.encode(ZH, 'gb18030')
  await page
    .getByLabel('Choose a file: Chinese text')
    .setInputFiles({ name: '灯塔.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: 'See what is understood' }).click()
  await expect(page.getByText(/gb18030/i).first()).toBeVisible()
  await expect(page.getByText('今年共检修灯塔68.9万次').first()).toBeVisible()
})

test('what cannot be read says why and keeps what was filled in', async ({ page }) => {
  const project = await newProjectOnScreen(page, 'Rubbish')
  await page.goto(`${project}/import`)
  await settled(page)
  const rubbish = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))
  await page
    .getByLabel('Choose a file: Chinese text')
    .setInputFiles({ name: 'notes.docx', mimeType: 'application/octet-stream', buffer: rubbish })
  await page.getByRole('textbox', { name: 'English text' }).fill(EN)
  await page.getByRole('button', { name: 'See what is understood' }).click()
  await expect(page.getByText(/This text could not be read/)).toBeVisible()
  await expect(page.getByText(/notes\.docx/).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'English text' })).toHaveValue(EN)
  await page.goto(project)
  await expect(page.getByText('No documents yet').first()).toBeVisible()
})

test('markup in a text is never active on a page', async ({ page }) => {
  const alerts: string[] = []
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message())
    dialog.dismiss()
  })
  const project = await newProjectOnScreen(page, '<img src=x onerror=alert(1)>')
  const text =
    'Title <script>alert(2)</script> here\n\nA paragraph with <img src=x onerror="alert(3)"> in the middle of it.\n'
  await importOnScreen(page, project, { en: text })
  await expect(page.getByRole('row').first()).toBeVisible()
  await page.goto(project)
  expect(alerts).toEqual([])
})

test('one side first, the other later: the two are aligned and no work is lost', async ({ page }) => {
  const project = await newProjectOnScreen(page, 'English first')
  await importOnScreen(page, project, { en: EN })
  await cell(row(page, 'What are the next steps?'), 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill('What comes next?')
  await field.press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Add the Chinese text' }).first().click()
  await page.getByRole('textbox', { name: 'Chinese text' }).fill(ZH)
  await page.getByRole('button', { name: 'See what is understood' }).click()
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.waitForURL(/\/review\//)
  await expect(row(page, '请问下一步有什么打算')).toContainText('What comes next?')
})
