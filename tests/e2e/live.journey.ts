/** Two people in one document: what one does the other sees, and neither loses a word. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'
import { colleague } from './people'

const LAMPS = '更换了灯具'

async function together(page: Page, browser: Browser, name: string) {
  const project = await newProject(page, name)
  await importTexts(page, project, { zh: ZH, en: EN })
  return { project, mark: await colleague(page, browser, project, page.url()) }
}

const english = (page: Page, words = LAMPS) => cell(row(page, words), 'en')
const field = (page: Page) => page.getByRole('textbox', { name: /English, being edited/ })

async function type(page: Page, text: string, words = LAMPS) {
  await english(page, words).click()
  await field(page).fill(text)
}

async function save(page: Page, text: string, words = LAMPS) {
  await type(page, text, words)
  await field(page).press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()
}

test('what one saves the other sees, with who is where; what came while the line was cut is caught up with', async ({
  page,
  browser,
}) => {
  const { mark } = await together(page, browser, 'Live')
  await save(mark, 'First, all the lamps were replaced.')
  await expect(row(page, LAMPS)).toContainText('all the lamps')
  await expect(row(page, LAMPS)).toContainText('Mark Ellis is on this row')
  await page.getByRole('button', { name: '1 other person is here' }).click()
  await expect(page.getByRole('button', { name: /Go to Mark Ellis/ })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.context().setOffline(true)
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  await save(mark, 'First, every lamp was replaced.')
  await expect(row(page, LAMPS)).toContainText('all the lamps')
  await page.context().setOffline(false)
  await expect(row(page, LAMPS)).toContainText('every lamp')
  await expect(page.getByText('Offline', { exact: true })).toHaveCount(0)
  await mark.context().close()
  await expect(page.getByRole('button', { name: /is here/ })).toHaveCount(0)
})

test('who begins to type where somebody types is asked first; both texts are joined, and each place both wrote is chosen', async ({
  page,
  browser,
}) => {
  const { mark } = await together(page, browser, 'Together')
  await type(mark, 'First, all the lamps were exchanged.')
  await expect(row(page, LAMPS)).toContainText('Mark Ellis is editing the English of this row')
  await english(page).click()
  await page.keyboard.press('x')
  const ask = page.getByRole('alertdialog', { name: 'Mark Ellis is editing this text' })
  await expect(ask).toBeFocused()
  await expect(field(page)).toHaveValue('First, the lamps were replaced.')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(mark.getByText(/goes on with row \d+\. Your words stay here/).first()).toBeVisible()
  await field(page).fill('First, the lamps were renewed this spring.')

  await field(mark).press('Control+Enter')
  await expect(page.getByText('Mark Ellis has changed this text since you began to write.')).toBeVisible()
  await expect(field(page)).toHaveValue('First, the lamps were renewed this spring.')
  await page.getByRole('button', { name: 'See both' }).click()
  await expect(page.getByText('1 place to decide.')).toBeVisible()
  await expectAccessible(page)
  const place = page.getByRole('radiogroup', { name: 'Place 1 of 1' })
  await place.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(place.getByRole('radio', { name: /Mine/ })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(row(mark, LAMPS)).toContainText('First, all the lamps were renewed this spring.')
  await expect(row(page, LAMPS)).toContainText('First, all the lamps were renewed this spring.')
  await mark.context().close()
})

test('who is taken out of the project hears no more', async ({ page, browser }) => {
  const { project, mark } = await together(page, browser, 'Leaving')
  const review = page.url()
  await page.goto(`${project}/members`)
  await page
    .getByRole('button', { name: /Mark Ellis/ })
    .last()
    .click()
  await page.getByRole('menuitem', { name: /Remove/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Remove/ })
    .click()
  await expect(mark.getByText('You no longer see what others change here.', { exact: false }).first()).toBeVisible()
  await page.goto(review)
  await save(page, 'First, not for Mark.')
  await expect(row(mark, LAMPS)).not.toContainText('not for Mark')
  await mark.context().close()
})
