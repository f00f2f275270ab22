/**
 * Align mode in a document of 10,000 rows, in a real Chromium: from the key that pushes a sentence down, or pulls it up, to
 * the frame in which both rows show it, and to the answer of the server.
 */
import { chromium, type Page } from '@playwright/test'
import { ensureBrowser } from '../support/browser'
import { quantile } from './figures'
import { type BenchWorld, withWorld } from './screen-world'

const ROWS = 10_000
const KEYS = 60
const ROW = ROWS / 2 + 3

export async function bench(): Promise<void> {
  await withWorld([ROWS], inBrowser)
}

async function inBrowser({ address, projectId, documents, cookie }: BenchWorld): Promise<void> {
  const { path, env } = await ensureBrowser()
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await context.addCookies([{ ...cookie, url: address, httpOnly: true }])
    const page = await context.newPage()
    await page.goto(`${address}/projects/${projectId}/review/${documents[0]!.id}?row=${ROW}&mode=align`)
    await page.getByText(`Row ${ROW} of ${ROWS}`).waitFor()
    await page.locator('[data-align-cell][data-here]').click()
    await page.evaluate(watchKeys)
    await pushing(page)
  } finally {
    await browser.close()
  }
}

type Seen = { waits: number[]; saved: number[] }

/** Runs in the page: from the key press as the browser timed it to the first task after the frame it was painted in. */
function watchKeys() {
  const seen: Seen = { waits: [], saved: [] }
  Object.assign(globalThis, { seen })
  let pressed = 0
  let saving = false
  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (!key.startsWith('Arrow')) return
      pressed = timeStamp
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => seen.waits.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    },
    true,
  )
  const said = document.querySelector('[role="toolbar"][aria-label="Aligning"] [aria-live]') as HTMLElement
  new MutationObserver(() => {
    const now = said.textContent?.includes('Saving') ?? false
    if (saving && !now) seen.saved.push(performance.now() - pressed)
    saving = now
  }).observe(said, { childList: true, subtree: true, characterData: true })
}

async function pushing(page: Page): Promise<void> {
  for (let key = 0; key < KEYS; key++) {
    // The last sentence goes down, and is taken back from the row below.
    await page.keyboard.press(key % 2 === 0 ? 'Control+ArrowDown' : 'Control+Shift+ArrowUp')
    await page.waitForFunction((count) => (globalThis as unknown as { seen: Seen }).seen.saved.length > count, key)
    await page.waitForTimeout(200)
  }
  const { waits, saved } = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
  console.log(`Pushing a sentence down and up ${KEYS} times among ${ROWS.toLocaleString('en')} rows`)
  for (const [name, list] of [
    ['key to paint', waits],
    ['key to saved', saved],
  ] as const)
    console.log(
      `  ${name} p50 ${quantile(list, 0.5).toFixed(0)} ms   p95 ${quantile(list, 0.95).toFixed(0)}   most ${Math.max(...list).toFixed(0)}`,
    )
}
