/** The alignment by the mouse, and by two people at once: nothing is lost, and no text changes by a byte. */
import { expect, type Page, test } from '@playwright/test'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'
import { colleague } from './people'

const SUM = '今年共检修'
const LAMPS = '更换了灯具'
const PIERS = '加固了栈桥'

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Aligning' })

async function align(page: Page) {
  await page.getByRole('radio', { name: 'Align' }).focus()
  await page.keyboard.press('Enter')
  await expect(bar(page)).toBeVisible()
}

async function idle(page: Page) {
  await expect(bar(page).locator('[aria-live]')).not.toContainText('Saving')
}

async function joined(page: Page, side: 'zh' | 'en'): Promise<string> {
  const texts = await page.locator(`.side-${side} .review-body`).allTextContents()
  return texts.join('').replace(/\s/g, '')
}

/** What every row shows, in order. */
async function rows(page: Page): Promise<string[]> {
  return await page.locator('[data-row]').evaluateAll((all) =>
    all.map((one) =>
      [...one.querySelectorAll('.review-body')]
        .map((body) => body.textContent)
        .join(' | ')
        .replace(/\s+/g, ' '),
    ),
  )
}

async function middle(page: Page, words: string, side: 'zh' | 'en') {
  const box = await cell(row(page, words), side).boundingBox()
  return { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 }
}

test('by the mouse: a border is dragged to the row below, a text to another row; Escape leaves all as it was', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 2200 })
  const project = await newProject(page, 'Dragging')
  await importTexts(page, project, { zh: ZH, en: EN })
  await align(page)
  const texts = { zh: await joined(page, 'zh'), en: await joined(page, 'en') }
  const before = await rows(page)

  await test.step('a whole text by its handle', async () => {
    const lamps = await middle(page, LAMPS, 'en')
    await page.mouse.move(lamps.x, lamps.y)
    const grip = cell(row(page, LAMPS), 'en').locator('[data-drag="text"]')
    await grip.hover()
    const sum = await middle(page, SUM, 'en')
    await page.mouse.down()
    await page.mouse.move(sum.x, sum.y, { steps: 8 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(page.getByText('Nothing was moved.').first()).toBeVisible()
    expect(await rows(page)).toEqual(before)

    await grip.hover()
    await page.mouse.down()
    await page.mouse.move(sum.x, sum.y, { steps: 8 })
    await page.mouse.up()
    await expect(bar(page).locator('[aria-live]')).toHaveText(/English moved/)
    await idle(page)
    await expect(cell(row(page, SUM), 'en')).toContainText('First, the lamps were replaced.')
  })

  await test.step('the border that has come between the sentences, over two rows and in one step', async () => {
    await cell(row(page, SUM), 'en').click()
    const far = await middle(page, PIERS, 'en')
    await cell(row(page, SUM), 'en').locator('[data-drag="border"]').last().hover()
    await page.mouse.down()
    await page.mouse.move(far.x, far.y, { steps: 8 })
    await expect(page.getByText(/^To row \d+$/)).toBeVisible()
    await page.mouse.up()
    await expect(bar(page).locator('[aria-live]')).toHaveText(/text pushed down/)
    await idle(page)
    await expect(cell(row(page, PIERS), 'en')).toContainText('First, the lamps were replaced.')
    await page.keyboard.press('Control+z')
    await expect(bar(page).locator('[aria-live]')).toHaveText(/Undone/)
    await expect(cell(row(page, SUM), 'en')).toContainText('First, the lamps were replaced.')
  })

  await test.step('the same border to the row below', async () => {
    await cell(row(page, SUM), 'en').click()
    const border = cell(row(page, SUM), 'en').locator('[data-drag="border"]').last()
    const below = await middle(page, LAMPS, 'en')
    await border.hover()
    await page.mouse.down()
    await page.mouse.move(below.x, below.y, { steps: 8 })
    await page.mouse.up()
    await expect(bar(page).locator('[aria-live]')).toHaveText(/text pushed down/)
    await idle(page)
    expect(await rows(page)).toEqual(before)
  })

  await page.reload()
  await expect(bar(page)).toBeVisible()
  await expect(page.locator('[data-row]')).toHaveCount(before.length)
  expect({ zh: await joined(page, 'zh'), en: await joined(page, 'en') }).toEqual(texts)
})

/** Both screens come to show the same rows: either may still be hearing of what the other did. */
async function agree(one: Page, other: Page) {
  await expect(async () => expect(await rows(other)).toEqual(await rows(one))).toPass()
}

test('two people at once: each sees what the other did, no operation is lost, both end with the same rows', async ({
  page,
  browser,
}) => {
  test.slow()
  const project = await newProject(page, 'Aligning together')
  await importTexts(page, project, { zh: ZH, en: EN })
  const mark = await colleague(page, browser, project, page.url())
  for (const one of [page, mark]) {
    await one.setViewportSize({ width: 1280, height: 2200 })
    await align(one)
  }
  const texts = { zh: await joined(page, 'zh'), en: await joined(page, 'en') }
  const before = await rows(page)

  await test.step('in different places, at the same moment', async () => {
    await cell(row(page, LAMPS), 'en').click()
    await cell(row(mark, '请问下一步'), 'en').click()
    await Promise.all([page.keyboard.press('Control+ArrowUp'), mark.keyboard.press('Control+ArrowUp')])
    for (const one of [page, mark]) {
      await idle(one)
      await expect(cell(row(one, SUM), 'en')).toContainText('First, the lamps were replaced.')
      await expect(cell(row(one, '请问下一步'), 'en')).not.toContainText('What are the next steps?')
    }
  })

  await test.step('in the same place: what came too late is said and changes nothing', async () => {
    for (let turn = 0; turn < 6; turn++) {
      await cell(row(page, PIERS), 'zh').click()
      await cell(row(mark, PIERS), 'zh').click()
      const [a, b] = turn % 2 === 0 ? ['Control+Backspace', 'Control+ArrowUp'] : ['Control+z', 'Control+Enter']
      await Promise.all([page.keyboard.press(a), mark.keyboard.press(b)])
      for (const one of [page, mark]) await idle(one)
      await agree(page, mark)
      for (const one of [page, mark])
        expect({ zh: await joined(one, 'zh'), en: await joined(one, 'en') }).toEqual(texts)
    }
  })

  await test.step('undone in turns, down to the first step', async () => {
    for (let turn = 0; turn < 16; turn++) {
      const one = turn % 2 === 0 ? page : mark
      await cell(one.getByRole('row').nth(2), 'zh').click()
      await one.keyboard.press('Control+z')
      await idle(one)
      await agree(page, mark)
    }
    expect(await rows(page)).toEqual(before)
  })

  for (const one of [page, mark]) {
    await one.reload()
    await expect(bar(one)).toBeVisible()
    await expect.poll(async () => await rows(one)).toEqual(before)
  }
  await mark.context().close()
})
