import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { newProject } from './documents'
import { settled } from './settled'

/** Long enough that a person would go and do something else meanwhile, in few enough paragraphs that the preview is quick. */
function long() {
  const paragraphs = Array.from({ length: 500 }, (_, index) => index + 1)
  const sentences = Array.from({ length: 16 }, (_, index) => index)
  const text = (say: (n: number) => string, between: string) =>
    paragraphs.map((n) => sentences.map((at) => say(n + at * 500)).join(between)).join('\n\n')
  return {
    zh: text((n) => `第${n}年共修好灯塔${n * 7}座。`, ''),
    en: text((n) => `In year ${n} the town mended ${n * 7} lighthouses.`, ' '),
  }
}

async function beginImport(page: Page, project: string, title: string) {
  const { zh, en } = long()
  await page.goto(`${project}/import`)
  await settled(page)
  await page.getByRole('textbox', { name: 'Chinese text' }).fill(zh)
  await page.getByRole('textbox', { name: 'English text' }).fill(en)
  await page.getByRole('button', { name: 'See what is understood' }).click()
  await page.getByLabel('Title of the document').fill(title)
  await page.getByRole('button', { name: 'Save and align' }).click()
  await expect(page.getByRole('progressbar')).toHaveAccessibleName(/Reading|Aligning/)
}

test('an import goes on when its page is closed, and the project shows how far it is', async ({ page, context }) => {
  const project = await newProject(page, 'Left behind')
  const importing = await context.newPage()
  await beginImport(importing, project, 'The long one')
  await importing.close({ runBeforeUnload: false })

  await page.goto(project)
  const underWay = page.getByRole('region', { name: 'Under way' })
  await expect(underWay).toContainText('The long one')
  await expectAccessible(page)
  await underWay.getByRole('link', { name: 'Open: The long one' }).click()
  await page.waitForURL(/\/review\//)
  await expect(page.getByText('第1年共修好灯塔7座。').first()).toBeVisible()
})

test('an import is called off from the project and leaves nothing', async ({ page, context }) => {
  const project = await newProject(page, 'Called off')
  const importing = await context.newPage()
  await beginImport(importing, project, 'Not after all')
  await page.goto(project)
  await page.getByRole('button', { name: 'Call off: Not after all' }).click()
  await expect(page.getByRole('region', { name: 'Under way' })).toBeHidden()
  await expect(importing.getByText('Cancelled. Nothing was saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Not after all' })).toHaveCount(0)
})
