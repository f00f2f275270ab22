import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'

const STATE = 'tests/.artifacts/administrator.json'

async function edit(page: Page, words: string, text: string) {
  await cell(row(page, words), 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill(text)
  return field
}

async function save(page: Page, words: string, text: string) {
  await (await edit(page, words, text)).press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()
}

test('an edit is a revision: tracked, in the history, and restorable', async ({ page }) => {
  const project = await newProject(page, 'Edits')
  await importTexts(page, project, { zh: ZH, en: EN })
  await save(page, '68.9万次', 'This year, lighthouses were inspected 689,000 times, at a cost of 18.37 billion yuan.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+D')
  const tracked = row(page, '68.9万次')
  await expect(tracked.locator('del')).toHaveText('68,900')
  await expect(tracked.locator('ins')).toHaveText('689,000')
  await expectAccessible(page)

  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Ada Lin')
  await page.getByRole('button', { name: 'Restore the text before' }).first().click()
  await expect(page.getByText('The earlier text is back, as a new version.', { exact: true })).toBeVisible()
  await expect(row(page, '68.9万次')).toContainText('68,900 times')
  await expectAccessible(page)
})

test('saving is not approving; approving goes on to the next row', async ({ page }) => {
  const project = await newProject(page, 'Approvals')
  await importTexts(page, project, { zh: ZH, en: EN })
  await cell(row(page, '更换了灯具'), 'en').click()
  await page.keyboard.press('Control+Alt+Enter')
  await expect(row(page, '更换了灯具')).toContainText('Revised')
  await expect(row(page, '加固了栈桥')).toHaveAttribute('data-current', 'true')
  await save(page, '更换了灯具', 'First, the lamps were renewed.')
  await expect(row(page, '更换了灯具')).toContainText('Translated')

  // What is typed while a save is on its way is saved after it, and approved.
  const field = await edit(page, '加固了栈桥', 'Second, the piers were mended')
  await field.press('Control+Enter')
  await page.keyboard.type(' at last.')
  await page.keyboard.press('Control+Alt+Enter')
  await expect(row(page, '加固了栈桥')).toContainText('Second, the piers were mended at last.')
  await expect(row(page, '加固了栈桥')).toContainText('Revised')
})

/** Where a person stands, the governing text becomes another: by keys. */
async function correct(page: Page, text: string) {
  await page.keyboard.press('Alt+G')
  const field = page.getByRole('dialog').getByRole('textbox')
  await expect(field).toBeFocused()
  await field.fill(text)
  await expectAccessible(page)
  await field.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('the governing text is locked; a manager corrects it, and its rows are answered for one after the other, all by keys', async ({
  page,
}) => {
  const project = await newProject(page, 'Corrections')
  await importTexts(page, project, { zh: ZH, en: EN })
  await cell(row(page, '更换了灯具'), 'zh').click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /Chinese, being edited/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await correct(page, '一是更换了全部灯具。')
  await expect(row(page, '更换了全部灯具')).toContainText('Stale')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(row(page, '加固了栈桥')).toHaveAttribute('data-current', 'true')
  await correct(page, '二是加固了两座栈桥。')
  await expect(row(page, '两座栈桥')).toContainText('Stale')

  await page.keyboard.press('Alt+S')
  await expect(row(page, '更换了全部灯具')).toHaveAttribute('data-current', 'true')
  await page.keyboard.press('Alt+K')
  await expect(row(page, '更换了全部灯具')).not.toContainText('Stale')
  await page.keyboard.press('Alt+S')
  await expect(row(page, '两座栈桥')).toHaveAttribute('data-current', 'true')
  await page.keyboard.press('Shift+Alt+K')
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await expect(field).toBeFocused()
  await field.fill('Second, the two piers were reinforced.')
  await field.press('Control+Enter')
  await expect(row(page, '两座栈桥')).not.toContainText('Stale')
  await page.keyboard.press('Alt+S')
  await expect(page.getByText('No stale row in this document.', { exact: true }).first()).toBeVisible()
})

test('a save on top of somebody else’s becomes a conflict that keeps both texts', async ({ page, browser }) => {
  const project = await newProject(page, 'Conflicts')
  await importTexts(page, project, { zh: ZH, en: EN })
  // Begun before the other saves: what is saved earlier is there before one begins.
  const field = await edit(page, '更换了灯具', 'First, the lamps were replaced this spring.')
  const other = await secondWindow(browser, page.url())
  await save(other, '更换了灯具', 'First, all the lamps were replaced.')
  await other.context().close()
  await expect(page.getByText(/has changed this text since you began/)).toBeVisible()
  await field.press('Control+Enter')
  await expect(page.getByText('Someone else has changed this text.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Theirs (saved)' })).toContainText('all')
  await expect(page.getByRole('region', { name: 'Mine (draft)' })).toContainText('this spring')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save this on top of theirs' }).click()
  await expect(row(page, '更换了灯具')).toContainText('First, all the lamps were replaced this spring.')
})

async function secondWindow(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ storageState: STATE, baseURL: process.env.BASE_URL })).newPage()
  await page.goto(url)
  await expect(row(page, '更换了灯具')).toBeVisible()
  return page
}

test('what was typed and not saved is offered again', async ({ page }) => {
  const project = await newProject(page, 'Drafts')
  await importTexts(page, project, { zh: ZH, en: EN })
  await edit(page, '更换了灯具', 'First, unsaved words.')
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await expect(page.getByText('A draft begun earlier is not saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the next' }).click()
  await page.getByRole('button', { name: 'Go on with it' }).click()
  await expect(page.getByRole('textbox', { name: /English, being edited/ })).toHaveValue('First, unsaved words.')
})

test('the key sheet, the palette and going to a row work by keyboard, also where their script came only at the second try', async ({
  page,
}) => {
  const project = await newProject(page, 'Keys')
  await importTexts(page, project, { zh: ZH, en: EN })
  // What the page itself does not name comes later.
  const named = await (await page.request.get(page.url())).text()
  await page.route(/\/_next\/static\/chunks\//, (route) =>
    named.includes(route.request().url().split('/').at(-1)!) ? route.continue() : route.abort(),
  )
  await page.reload()
  await expect(page.locator('.review-cell:focus')).toHaveCount(1)
  await page.keyboard.press('?')
  await expect(page.getByText(/could not be fetched.* What you have typed is kept/).first()).toBeVisible()
  await expect(page.locator('.review-cell:focus')).toHaveCount(1)
  await page.unrouteAll()
  await page.keyboard.press('?')
  // Keys pressed before it has the focus are the row's.
  await expect(page.getByRole('dialog', { name: 'Keys' }).locator(':focus')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+g')
  await page.getByLabel('Row number').fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Row 5 of/).first()).toBeVisible()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText(/Row 6 of/).first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
})
