import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { EN, importOnScreen, newProject, row, ZH } from './documents'
import { newMember } from './people'

test('a register: taken from a document, changed by hand; the review finds who is called otherwise, and one key admits it', async ({
  page,
}) => {
  const project = await newProject(page, 'Register')
  await importOnScreen(page, project, { zh: ZH, en: EN })
  const review = new URL(page.url()).pathname

  await page.goto(`${project}/register`)
  await page.getByRole('button', { name: 'Take from a document' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox', { name: 'Take in 王乐水' })).toBeChecked()
  await expect(dialog.getByRole('listitem').filter({ hasText: '海风日报' })).toContainText('Haifeng Daily')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /^Take \d entries$/ }).click()
  await expect(page.getByRole('row').filter({ hasText: '王乐水' })).toContainText('Wang Leshui')

  // The outlet has another English name, by the keyboard alone.
  await page.getByRole('button', { name: 'Edit 海风日报' }).press('Enter')
  const english = dialog.getByRole('textbox', { name: 'English' }).first()
  await english.fill('Sea Breeze Daily')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByRole('row').filter({ hasText: '海风日报' })).toContainText('Sea Breeze Daily')
  await expectAccessible(page)

  await page.goto(review)
  const outlet = row(page, 'Haifeng Daily')
  await outlet.getByRole('button', { name: /finding/ }).click()
  const inspector = page.getByRole('complementary', { name: 'About this row' })
  await expect(
    inspector.getByText('海风日报 is Sea Breeze Daily in the register; the English has Haifeng Daily.'),
  ).toBeVisible()

  // Both names are right: the register admits the one in the text, and the finding goes.
  await page.keyboard.press('Shift+Alt+t')
  await expect(page.getByText('In the register now: 海风日报 · Haifeng Daily.', { exact: true })).toBeVisible()
  await expect(outlet.getByRole('button', { name: /finding/ })).toHaveCount(0)
  await page.goto(`${project}/register`)
  await expect(page.getByRole('row').filter({ hasText: '海风日报' })).toContainText('also Haifeng Daily')

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export (CSV)' }).click()
  expect((await coming).suggestedFilename()).toBe('register.csv')
})

test('after an import the register is offered what the document names, in both languages; nothing comes by itself', async ({
  page,
  browser,
}) => {
  const project = await newProject(page, 'Register offered')
  const theirs = await newMember(page, browser, project, { name: 'Rui Okafor', role: 'manager' })
  await importOnScreen(theirs, project, { zh: ZH, en: EN })
  const review = theirs.url()
  const offer = theirs.getByRole('region', { name: 'For the register' })
  await expect(offer).toContainText('Not in the register yet: Wang Leshui')
  await expectAccessible(theirs)
  await page.goto(`${project}/register`)
  await expect(page.getByRole('main').getByText('The register is empty').first()).toBeVisible()

  await theirs.getByRole('button', { name: /^Language/ }).click()
  await theirs.getByRole('menuitemradio').nth(1).click()
  await expect(theirs.locator('html')).toHaveAttribute('lang', 'zh-CN')
  const inChinese = theirs.getByRole('region', { name: '可收入名录' })
  await expect(inChinese).toContainText('名录尚未收录：王乐水')
  await inChinese.getByRole('button', { name: /^将这 \d 个条目收入名录$/ }).press('Enter')
  await expect(theirs.getByText(/^新增 \d 个，更改 \d 个。$/).first()).toBeVisible()
  await expect(theirs.locator('.review-cell:focus')).toBeVisible()
  await expect(inChinese).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('row').filter({ hasText: '王乐水' })).toContainText('Wang Leshui')

  await theirs.goto(review)
  await expect(theirs.getByRole('grid')).toBeVisible()
  await expect(inChinese).toHaveCount(0)
  await theirs.context().close()
})

test('an offer for the register is waved away', async ({ page }) => {
  const project = await newProject(page, 'Register waved away')
  await importOnScreen(page, project, { zh: ZH, en: EN })
  const offer = page.getByRole('region', { name: 'For the register' })
  await offer.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(offer).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(offer).toHaveCount(0)
  await page.goto(`${project}/register`)
  await expect(page.getByRole('main').getByText('The register is empty').first()).toBeVisible()
})
