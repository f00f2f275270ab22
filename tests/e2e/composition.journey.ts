/** Input methods through the browser's own machinery: composition events as Chromium sends them, not events we made up. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, expect, type Page, test } from '@playwright/test'
import { cell, EN, importTexts, newProject, row, ZH } from './documents'

const STATE = 'tests/.artifacts/administrator.json'

type Ime = {
  compose(text: string): Promise<void>
  commit(text: string): Promise<void>
  /** A key the input method has taken: the page sees it as 229. */
  key(key: string): Promise<void>
  cdp: CDPSession
}

async function imeOf(page: Page): Promise<Ime> {
  const cdp = await page.context().newCDPSession(page)
  return {
    cdp,
    compose: async (text) => {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    },
    commit: async (text) => {
      await cdp.send('Input.insertText', { text })
    },
    key: async (key) => {
      await cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        code: key,
        windowsVirtualKeyCode: 229,
      })
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key })
    },
  }
}

/** A document with the Chinese alone: its text is edited in place. */
async function chineseField(page: Page, name: string) {
  const project = await newProject(page, name)
  await importTexts(page, project, { zh: ZH })
  await row(page, '大家上午好').getByRole('gridcell').first().click()
  const field = page.getByRole('textbox', { name: /Chinese, being edited/ })
  await expect(field).toBeFocused()
  await page.keyboard.press('End')
  return field
}

test('Chinese is composed, chosen and corrected in the cell; every key of it is the input method’s', async ({
  page,
}) => {
  const field = await chineseField(page, 'Composing')
  const before = await field.inputValue()
  await expect(field).toHaveAttribute('spellcheck', 'true')
  const ime = await imeOf(page)

  await ime.compose('n')
  await ime.compose('ni h')
  await ime.compose('ni hao')
  await expect(field).toHaveValue(`${before}ni hao`)
  for (const key of ['ArrowDown', 'Digit2', 'Enter']) await ime.key(key)
  await expect(field).toBeFocused()
  await ime.commit('你好')
  await expect(field).toHaveValue(`${before}你好`)

  await ime.compose('shi')
  // The key goes down, the composition ends, the key comes up: the next key is the person's again.
  await ime.key('Escape')
  await ime.compose('')
  await ime.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Escape', code: 'Escape' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(`${before}你好`)

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()
  await expect(field).toHaveValue(`${before}你好`)
  await page.keyboard.press('Escape')
  await expect(row(page, '大家上午好')).toContainText(`${before}你好`)
})

test('the Enter a Mac sends after the composition ends sends nothing; the next one does', async ({ page }) => {
  const project = await newProject(page, 'Enter on a Mac')
  await importTexts(page, project, { zh: ZH, en: EN })
  await page.keyboard.press('Alt+h')
  await cell(row(page, '更换了灯具'), 'en').click()
  await page.getByRole('textbox', { name: /English, being suggested/ }).fill('First, the lamps were renewed.')
  const note = page.getByLabel('Why (may be left empty)')
  await note.click()
  const ime = await imeOf(page)
  await ime.compose('gengshun')
  // Both at once: on a Mac the key follows the end of the composition within a few milliseconds.
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
  await Promise.all([
    ime.cdp.send('Input.insertText', { text: '更顺' }),
    ime.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter }),
  ])
  await ime.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  await expect(note).toHaveValue('更顺')
  await expect(page.getByText('Suggestion by', { exact: false })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(row(page, '更换了灯具').getByRole('region', { name: /Suggestion by/ })).toContainText('更顺')
})

test('a composition the person walks away from is kept as it stood', async ({ page }) => {
  const field = await chineseField(page, 'Walking away')
  const before = await field.inputValue()
  const ime = await imeOf(page)
  await ime.compose('zhongguo')
  await row(page, '我们将在').getByRole('gridcell').first().click()
  await expect(row(page, '大家上午好')).toContainText(`${before}zhongguo`)
  await expect(row(page, '大家上午好')).toContainText('Unsaved')
  await expect(page.getByRole('textbox', { name: /Chinese, being edited/ })).toBeFocused()
})

test('undo and redo within the cell outlive autosave, save and the way to another row', async ({ page }) => {
  const field = await chineseField(page, 'Undoing')
  const before = await field.inputValue()
  await page.keyboard.type('abc')
  await expect(field).toHaveValue(`${before}abc`)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Saved. Saving does not approve.', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue(before)
  await expect(page.getByText('1 row unsaved')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(field).toHaveValue(`${before}abc`)
  await row(page, '我们将在').getByRole('gridcell').first().click()
  await row(page, '大家上午好').getByRole('gridcell').first().click()
  await expect(field).toHaveValue(`${before}abc`)
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue(before)
})

type Killable = { page: Page; kill(): Promise<void> }

/** A browser of its own with a profile on the disk, to be killed as a crash would. */
async function ownBrowser(profile: string): Promise<Killable> {
  const child = spawn(
    process.env.CHROMIUM_PATH ?? '',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const browser = await chromium.connectOverCDP(await addressOf(child))
  const [context] = browser.contexts()
  const { cookies } = JSON.parse(readFileSync(STATE, 'utf8'))
  await context!.addCookies(cookies)
  return {
    page: await context!.newPage(),
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        process.kill(-(child.pid ?? 0), 'SIGKILL')
      }),
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
      const address = said.match(/ws:\/\/\S+/)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`The browser ended (${code}): ${said}`)))
  })
}

test('what was typed less than a second before the browser died is offered again', async ({ page, baseURL }) => {
  const project = await newProject(page, 'Crash')
  await importTexts(page, project, { zh: ZH, en: EN })
  const address = new URL(new URL(page.url()).pathname, baseURL).href
  const profile = mkdtempSync(join(tmpdir(), 'duizhao-profile-'))
  const first = await ownBrowser(profile)
  await first.page.goto(address)
  await cell(row(first.page, '更换了灯具'), 'en').click()
  const field = first.page.getByRole('textbox', { name: /English, being edited/ })
  await field.fill('First, words that')
  await field.press('End')
  await first.page.keyboard.type(' nobody saved.', { delay: 20 })
  await expect(field).toHaveValue('First, words that nobody saved.')
  const typedAt = Date.now()
  // The brief second in which a person looks up; then the power of the browser is gone.
  await new Promise((resolve) => setTimeout(resolve, 500))
  await first.kill()
  expect(Date.now() - typedAt).toBeLessThan(2_000)

  const second = await ownBrowser(profile)
  await second.page.goto(address)
  await expect(second.page.getByText('A draft begun earlier is not saved.')).toBeVisible()
  await second.page.getByRole('button', { name: 'Show the next' }).click()
  await second.page.getByRole('button', { name: 'Go on with it' }).click()
  await expect(second.page.getByRole('textbox', { name: /English, being edited/ })).toHaveValue(
    'First, words that nobody saved.',
  )
  await second.kill()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})
