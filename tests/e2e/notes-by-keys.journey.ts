import { expect, type Page, test } from '@playwright/test'
import { EN, importTexts, newProject, row, ZH } from './documents'

/** Marks words in the field that has the focus: word by word up to them, then sign by sign along them. */
async function mark(page: Page, words: string) {
  const field = page.locator('textarea[data-segment]:focus')
  await expect(field).toHaveValue(new RegExp(words))
  const text = await field.inputValue()
  const begin = text.indexOf(words)
  const caret = () => field.evaluate((element: HTMLTextAreaElement) => element.selectionStart)
  for (let at = await caret(); at !== begin; at = await caret()) {
    const whole = Math.abs(at - begin) > 12
    await page.keyboard.press(`${whole ? 'Control+' : ''}Arrow${at > begin ? 'Left' : 'Right'}`)
  }
  for (const _ of words) await page.keyboard.press('Shift+ArrowRight')
}

type Raised = { zh: string; en: string; letters: string; severity: string; name: RegExp }

/** From the row a person stands on, in the English. */
async function raiseByKeys(page: Page, { zh, en, letters, severity, name }: Raised) {
  await page.keyboard.press('Enter')
  await mark(page, en)
  await page.keyboard.press('Alt+f')
  const panel = page.getByRole('dialog', { name: 'Raise a discrepancy' })
  await expect(panel.getByRole('combobox')).toBeFocused()
  await expect(panel.getByRole('blockquote')).toHaveText(en)
  await page.keyboard.press('F6')
  await mark(page, zh)
  await page.keyboard.press('F6')
  await expect(panel.getByRole('blockquote')).toHaveText([zh, en])
  await page.keyboard.type(letters)
  await expect(panel.getByRole('radio', { name: 'Minor' })).toBeFocused()
  await page.keyboard.press(severity)
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('button', { name }).first()).toBeVisible()
}

test('a reviewer with the keyboard alone raises note after note, on the words of both sides', async ({ page }) => {
  const project = await newProject(page, 'Notes by keys')
  await importTexts(page, project, { zh: ZH, en: EN })
  const number = (await row(page, '68.9万次').getAttribute('data-row')) ?? ''
  await page.keyboard.press('Control+g')
  await expect(page.getByLabel('Row number')).toBeFocused()
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await expect(row(page, '68.9万次')).toHaveAttribute('data-current', 'true')

  await raiseByKeys(page, {
    zh: '68.9万次',
    en: '68,900 times',
    letters: 'nu',
    severity: '3',
    name: /“68,900 times”: discrepancy no. 1, Number, Critical/,
  })
  // Enter goes on where the first note ended: a second one on the same row has less far to go.
  await raiseByKeys(page, {
    zh: '投入',
    en: 'cost',
    letters: 'te',
    severity: '1',
    name: /“cost”: discrepancy no. 2, Terminology, Minor/,
  })
  await page.keyboard.press('Alt+ArrowDown')
  await expect(row(page, '更换了灯具')).toHaveAttribute('data-current', 'true')
  await raiseByKeys(page, {
    zh: '更换',
    en: 'replaced',
    letters: 'st',
    severity: '0',
    name: /“replaced”: discrepancy no. 3, Style or register, Neutral/,
  })
})
