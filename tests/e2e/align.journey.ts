import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { EN, importTexts, newProject, row, ZH } from './documents'

const LAMPS = 'First, the lamps were replaced.'
const PIERS = 'Second, the piers were reinforced.'
const TOTALS = 'This year, lighthouses were inspected'

/** What was done is said in the bar, and has reached the server once nothing is being saved. */
async function done(page: Page, words: RegExp) {
  const said = page.getByRole('toolbar', { name: 'Aligning' }).locator('[aria-live]')
  await expect(said).toHaveText(words)
  await expect(said).not.toContainText('Saving')
}

async function goToRow(page: Page, number: number) {
  await page.keyboard.press('Control+g')
  await page.getByLabel('Row number').fill(String(number))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('toolbar', { name: 'Aligning' })).toContainText(`Row ${number} of`)
}

async function numberOf(page: Page, words: string): Promise<number> {
  return Number(await row(page, words).first().getAttribute('data-row'))
}

/** Every text of one side as it stands in the rows, white space aside: what no change of the alignment may alter. */
async function joined(page: Page, side: 'zh' | 'en'): Promise<string> {
  const texts = await page.locator(`.side-${side} .review-body`).allTextContents()
  return texts.join('').replace(/\s/g, '')
}

test('by keys alone: sentences pushed and pulled, rows split and merged, undone after a reload, confirmed, realigned', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 2200 })
  const project = await newProject(page, 'Aligning')
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.getByRole('radio', { name: 'Align' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/mode=align/)
  await expect(row(page, TOTALS).first()).toBeVisible()
  const texts = { zh: await joined(page, 'zh'), en: await joined(page, 'en') }
  const rows = await page.locator('[data-row]').count()

  await test.step('push and pull', async () => {
    const at = await numberOf(page, LAMPS)
    await goToRow(page, at)
    const before = await row(page, LAMPS).first().textContent()
    await page.keyboard.press('Control+ArrowUp')
    await done(page, new RegExp(`Row ${at}: text pulled up`))
    await expect(row(page, LAMPS).first()).toHaveAttribute('data-row', String(at - 1))
    await page.keyboard.press('Control+z')
    await done(page, /Undone: text pulled up/)
    expect(await row(page, LAMPS).first().textContent()).toBe(before)
    await page.keyboard.press('Enter')
    await done(page, new RegExp(`Row ${at}: text pushed down`))
    await page.keyboard.press('Control+z')
    await done(page, /Undone: text pushed down/)
    expect(await joined(page, 'en')).toBe(texts.en)
  })

  await test.step('merge, split, and undo after a reload', async () => {
    const at = await numberOf(page, PIERS)
    await goToRow(page, at)
    await page.keyboard.press('Control+Backspace')
    await done(page, new RegExp(`Merged into row ${at - 1}`))
    await expect(page.locator('[data-row]')).toHaveCount(rows - 1)
    await page.keyboard.press('Control+Enter')
    await done(page, new RegExp(`Row ${at - 1} split`))
    await expect(page.locator('[data-row]')).toHaveCount(rows)
    await page.reload()
    await expect(page.getByRole('toolbar', { name: 'Aligning' })).toContainText(`of ${rows}`)
    await page.keyboard.press('Control+z')
    await done(page, /Undone: row split/)
    await page.keyboard.press('Control+z')
    await done(page, /Undone: rows merged/)
    await page.keyboard.press('Control+Shift+z')
    await done(page, /Redone: rows merged/)
    await page.keyboard.press('Control+z')
    await done(page, /Undone: rows merged/)
    await expect(page.locator('[data-row]')).toHaveCount(rows)
    expect({ zh: await joined(page, 'zh'), en: await joined(page, 'en') }).toEqual(texts)
  })

  await test.step('confirm to here, then realign what is left', async () => {
    await goToRow(page, 3)
    await page.keyboard.press('Alt+t')
    await done(page, /Rows 1 to 3 confirmed/)
    await expect(page.getByRole('toolbar', { name: 'Aligning' })).toContainText(/3 of \d+ confirmed/)
    await goToRow(page, await numberOf(page, PIERS))
    await page.keyboard.press('Enter')
    await done(page, /text pushed down/)
    await page.keyboard.press('Alt+r')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: /^Realign \d+ rows?$/ }).press('Enter')
    await done(page, /Realigned/)
    await expect(page.getByRole('toolbar', { name: 'Aligning' })).toContainText(/3 of \d+ confirmed/)
    expect({ zh: await joined(page, 'zh'), en: await joined(page, 'en') }).toEqual(texts)
  })

  await test.step('why a pairing holds, and in the ribbon view where text stands out of order', async () => {
    await goToRow(page, 3)
    await expect(page.getByRole('complementary', { name: 'Why this pairing' })).toContainText('What else speaks')
    await expectAccessible(page)
    const at = await numberOf(page, PIERS)
    await goToRow(page, at)
    await page.keyboard.press('Alt+x')
    await done(page, /English swapped/)
    await page.keyboard.press('Alt+b')
    await row(page, PIERS)
      .first()
      .getByRole('button', { name: `stands at row ${at}` })
      .press('Enter')
    await expect(page.getByRole('toolbar', { name: 'Aligning' })).toContainText(`Row ${at} of`)
    await expectAccessible(page)
    await page.keyboard.press('Control+z')
    await done(page, /Undone: English swapped/)
    expect({ zh: await joined(page, 'zh'), en: await joined(page, 'en') }).toEqual(texts)
  })
})
