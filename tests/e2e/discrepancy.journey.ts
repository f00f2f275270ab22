import { readFileSync } from 'node:fs'
import { type Download, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'

/** Selects words of a row as a person does with a mouse: in the text that is shown. */
async function select(page: Page, side: 'zh' | 'en', words: string) {
  await expect(row(page, words).first()).toBeVisible()
  await page.evaluate(
    ([side, words]) => {
      const bodies = [...document.querySelectorAll(`[data-segment][data-side="${side}"]`)]
      const body = bodies.find((element) => element.textContent?.includes(words)) as HTMLElement
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = node.textContent?.indexOf(words) ?? -1
        if (from < 0) continue
        const range = document.createRange()
        range.setStart(node, from)
        range.setEnd(node, from + words.length)
        // The mouse takes the focus along; without that, what is typed next would go to the selection and be lost.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
        document.dispatchEvent(new Event('selectionchange'))
        body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
        body.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
        return
      }
    },
    [side, words] as const,
  )
}

async function raise(page: Page) {
  await select(page, 'en', '68,900')
  await page.keyboard.press('Alt+f')
  const panel = page.getByRole('dialog', { name: 'Raise a discrepancy' })
  await expect(panel).toContainText('68,900')
  await select(page, 'zh', '68.9万')
  await expect(panel).toContainText('68.9万')
  await expect(panel.getByRole('combobox')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('number')
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')
  await expect(page.getByText('Discrepancy no. 1 is raised.', { exact: true })).toBeVisible()
}

test('a discrepancy on the words of both sides: raised, listed, found again, decided, mended', async ({ page }) => {
  const project = await newProject(page, 'Discrepancies')
  await importTexts(page, project, { zh: ZH, en: EN })
  const review = new URL(page.url()).pathname
  await raise(page)
  await expect(page.getByRole('button', { name: /“68,900”: discrepancy no. 1, Number, Critical/ })).toBeVisible()

  await page.goto(`${project}/discrepancies`)
  await expect(page.getByRole('row').filter({ hasText: '68.9万' })).toContainText('68,900')
  await expectAccessible(page)
  await page
    .getByRole('link', { name: /Show row/ })
    .first()
    .click()
  await page.waitForURL(/\/review\//)
  await expect(row(page, '68.9万次')).toHaveAttribute('data-current', 'true')

  await cell(row(page, '68.9万次'), 'en').click()
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill('This year, lighthouses were inspected 689,000 times, at a cost of 18.37 billion yuan.')
  await field.press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()

  await page.goto(`${project}/discrepancies`)
  await page.getByRole('button', { name: 'Decide no. 1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Mend the translation/ }).check()
  await dialog.getByLabel('Reason').fill('A slip by a factor of ten.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save the decision' }).click()
  await expect(page.getByText('No. 1 is decided.', { exact: true })).toBeVisible()

  // The wrong number was never published: the first edition will have nothing to correct.
  await page.goto(review)
  const errata = await download(page, 'Errata sheet')
  const sheet = readFileSync(await errata.path(), 'utf8')
  expect(sheet).toContain('This is the first edition')
  expect(sheet).not.toContain('68,900')
})

async function write(page: Page, words: string, text: string) {
  await cell(row(page, words), 'en').click({ position: { x: 30, y: 24 } })
  const field = page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill(text)
  await field.press('Control+Enter')
  await expect(page.getByText('1 row unsaved')).toHaveCount(0)
}

test('the life of a note, in the inspector: decided, mended, verified with a reason, contested, open again when the text falls back', async ({
  page,
}) => {
  const project = await newProject(page, 'Life of a note')
  await importTexts(page, project, { zh: ZH, en: EN })
  await raise(page)
  await page.getByRole('button', { name: /“68,900”: discrepancy no. 1/ }).click()
  const note = page.getByRole('article', { name: 'No. 1' })
  const decide = async () => {
    await note.getByRole('button', { name: 'Decide no. 1' }).press('Enter')
    await expect(note.getByRole('radio').first()).toBeFocused()
    await note.getByRole('radio', { name: /Mend the translation/ }).check()
    await page.keyboard.press('Control+Enter')
    await expect(note).toContainText('Waits for the text to be mended.')
    await expect(note).toBeFocused()
  }
  await decide()
  await expect(note.getByRole('button', { name: 'Verify no. 1' })).toHaveCount(0)
  await write(page, '68.9万次', 'This year, lighthouses were inspected 689,000 times, at a cost of 18.37 billion yuan.')

  // Who mended it does not verify it, unless a manager says why.
  await note.getByRole('button', { name: 'Verify no. 1' }).press('Enter')
  await note.getByLabel('Why you verify your own work').fill('Nobody else is here today.')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(note).toContainText('Verified by')

  await note.getByRole('button', { name: 'Contest the decision on no. 1' }).press('Enter')
  await note.getByLabel('Why the decision does not hold').fill('The figure was right before.')
  await page.keyboard.press('Control+Enter')
  await expect(note.getByRole('button', { name: 'Decide no. 1' })).toBeVisible()
  await note.getByText('How it went').click()
  await expect(note).toContainText('The figure was right before.')

  await note.getByRole('button', { name: 'Decide no. 1' }).press('Enter')
  await note.getByRole('radio', { name: /Mend the translation/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(note).toContainText('Decided')
  await write(page, '68.9万次', 'This year, lighthouses were inspected 68,900 times, at a cost of 18.37 billion yuan.')
  await expect(note).toContainText('open again: the mended text fell back')
  await expectAccessible(page)
})

async function download(page: Page, format: string): Promise<Download> {
  const button = page.getByRole('button', { name: 'Export', exact: true })
  await expect(button).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await button.click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click()
  return await coming
}

test('every format can be taken out', async ({ page }) => {
  const project = await newProject(page, 'Exports')
  await importTexts(page, project, { zh: ZH, en: EN })
  const begins: [string, string, string][] = [
    ['Word table', 'PK', '.docx'],
    ['TMX', '<?xml', '.tmx'],
    ['CSV', '\ufeff', '.csv'],
    ['Web page', '<!doctype html>', '.html'],
    ['JSON', '{', '.json'],
  ]
  for (const [format, start, extension] of begins) {
    const file = await download(page, format)
    expect(file.suggestedFilename()).toMatch(new RegExp(`${extension.replace('.', '\\.')}$`))
    expect(
      readFileSync(await file.path(), 'utf8')
        .slice(0, start.length)
        .toLowerCase(),
    ).toBe(start.toLowerCase())
  }
  const page2 = readFileSync(await (await download(page, 'Web page')).path(), 'utf8')
  expect(page2).toContain('the Chinese version is deemed to prevail')
  expect(page2).toContain('Lin Yi')
})
