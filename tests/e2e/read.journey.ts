import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { EN, importTexts, newProject, row, ZH } from './documents'

test('the document as a page: by keyboard from sentence to sentence, into the row and back', async ({ page }) => {
  const project = await newProject(page, 'Reading')
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.keyboard.press('Control+Alt+1')
  const paper = page.getByRole('document', { name: 'The document, by paragraphs' })
  await expect(paper).toContainText('Haifeng town holds briefing on lighthouse repairs')
  await expectAccessible(page)
  await paper.getByText('First, the lamps were replaced.').click()
  await expect(paper.getByText('First, the lamps were replaced.')).toBeFocused()
  await expect(paper.getByText('一是更换了灯具。')).toHaveAttribute('data-current', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(paper.getByText('Second, the piers were reinforced.')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row(page, '加固了栈桥')).toHaveAttribute('data-current', 'true')
  await page.keyboard.press('Control+Alt+1')
  await expect(paper.getByText('Second, the piers were reinforced.')).toBeFocused()
})

test('one text alone, marks off, and the page for paper', async ({ page, context }) => {
  const project = await newProject(page, 'Paper')
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.keyboard.press('Control+Alt+1')
  await page.getByRole('radio', { name: 'English' }).click()
  const paper = page.getByRole('document', { name: 'The document, by paragraphs' })
  await expect(paper.locator('[lang="zh-CN"]')).toHaveCount(0)
  const coming = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Print' }).click()
  const print = await coming
  await expect(print.getByRole('article')).toContainText('the Chinese version is deemed to prevail')
  await expectAccessible(print)
})
