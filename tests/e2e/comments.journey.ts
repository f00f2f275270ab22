import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'
import { newMember } from './people'

const STATE = 'tests/.artifacts/administrator.json'

function panel(page: Page) {
  return page.getByRole('complementary', { name: 'About this row' })
}

async function comment(page: Page, words: string, body: string) {
  await cell(row(page, words), 'en').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+c')
  const field = page.getByRole('textbox', { name: /^Comment on row/ })
  await expect(field).toBeFocused()
  await field.fill(body)
  return field
}

test('a comment by keyboard alone: written, answered, resolved, opened again, deleted', async ({ page }) => {
  const project = await newProject(page, 'Comments')
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.setViewportSize({ width: 1440, height: 900 })
  const field = await comment(page, '更换了灯具', 'See https://example.org/lamps, please.')
  await expectAccessible(page)
  await field.press('Control+Enter')
  const thread = panel(page).getByRole('article', { name: 'Thread begun by Ada Lin' })
  await expect(thread.getByRole('link', { name: 'https://example.org/lamps' })).toHaveAttribute('rel', /noopener/)
  await expect(row(page, '更换了灯具').getByRole('button', { name: '1 open comment' })).toBeVisible()

  await thread.getByRole('button', { name: 'Answer Ada Lin' }).click()
  await page.getByRole('textbox', { name: 'Answer Ada Lin' }).fill('Done.')
  await page.keyboard.press('Control+Enter')
  await expect(thread).toContainText('Done.')
  await expectAccessible(page)

  await thread.getByRole('button', { name: 'Resolve the thread of Ada Lin' }).click()
  await expect(row(page, '更换了灯具').getByRole('button', { name: /open comment/ })).toHaveCount(0)
  await panel(page).getByRole('button', { name: '1 resolved thread' }).click()
  await panel(page).getByRole('button', { name: 'Reopen the thread of Ada Lin' }).click()
  await expect(row(page, '更换了灯具').getByRole('button', { name: '1 open comment' })).toBeVisible()

  await thread.getByRole('button', { name: 'Delete my comment' }).first().click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(thread).toContainText('Deleted')
  await expect(thread).toContainText('Done.')
})

test('naming a member: offered after the @, taken by keyboard, waiting on their first page until it is opened', async ({
  page,
  browser,
}) => {
  const project = await newProject(page, 'Mentions')
  const jing = await newMember(page, browser, project, { name: '周静', role: 'reviser' })
  await jing.context().close()
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.setViewportSize({ width: 1440, height: 900 })
  const field = await comment(page, '更换了灯具', '')
  await field.pressSequentially('请@周')
  await expect(page.getByRole('option', { name: /周静/ })).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('请@周静')
  await field.pressSequentially('看一下')
  await field.press('Control+Enter')
  await expect(panel(page).locator('strong')).toHaveText('@周静')
  await expectNothingForMe(browser)
})

/** Whoever writes is not told of their own words. */
async function expectNothingForMe(browser: Browser) {
  const context = await browser.newContext({ storageState: STATE, baseURL: process.env.BASE_URL })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'For you' })).toHaveCount(0)
  await context.close()
}

test('where there is no room beside the rows the inspector is a sheet below them', async ({ page }) => {
  const project = await newProject(page, 'Sheet')
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await cell(row(page, '加固了栈桥'), 'en').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+F6')
  await expect(panel(page)).toBeVisible()
  await expect(row(page, '加固了栈桥')).toBeInViewport()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sheet over the whole height' }).press('ArrowUp')
  await expect(panel(page)).toHaveAttribute('data-sheet', 'full')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  await expect(cell(row(page, '加固了栈桥'), 'en')).toBeFocused()
})
