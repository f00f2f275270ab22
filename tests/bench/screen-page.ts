/** The review in a real Chromium: how soon it can be worked on, what it costs, how it scrolls and how it answers to typing. */
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { ensureBrowser } from '../support/browser'
import { median, quantile } from './figures'
import type { BenchDocument, BenchWorld } from './screen-world'

const OPENINGS = 5
type Clock = { editableAt: number }

const VIEW = { width: 1440, height: 900 }

/** Stops the clock when a cell has the focus and has been painted: from then on Enter opens it and keys arrive. */
const CLOCK = `
  globalThis.__name ??= (made) => made
  const look = () => document.activeElement?.matches?.('.review-cell[data-side]')
    ? requestAnimationFrame(() => { globalThis.editableAt = performance.now() })
    : requestAnimationFrame(look)
  requestAnimationFrame(look)`

export async function benchPages(world: BenchWorld): Promise<void> {
  const { path, env } = await ensureBrowser()
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  const newContext = async () => {
    const context = await browser.newContext({ viewport: VIEW, locale: 'en-GB' })
    const { name, value } = world.cookie
    await context.addCookies([{ name, value, url: world.address, httpOnly: true }])
    await context.addInitScript(CLOCK)
    return context
  }
  try {
    // The first answer of a new server loads its code.
    await opened(newContext, world, world.documents[0]!, async () => {})
    console.log(
      `Opening, cold cache, ${OPENINGS} times                  first editable row, ms      first   outline     heap    DOM    over the wire, kB`,
    )
    console.log(
      `     rows                                 p50     most    again           byte      here      MB   nodes    page   outline  rows   code and fonts`,
    )
    for (const document of world.documents) await openings(newContext, world, document)
    const longest = world.documents.at(-1)!
    await opened(newContext, world, longest, ({ page, cdp }) => scrolling(page, cdp, longest))
    await opened(newContext, world, world.documents[0]!, ({ page }) => typing(page), `?row=${world.longRow}`)
  } finally {
    await browser.close()
  }
}

type Opened = { page: Page; cdp: CDPSession; wire: Wire }
type Wire = { page: number; outline: number; rows: number; code: number; encodings: Set<string> }

async function opened(
  newContext: () => Promise<BrowserContext>,
  { address, projectId }: BenchWorld,
  document: BenchDocument,
  act: (opened: Opened) => Promise<void>,
  query = '',
): Promise<void> {
  const context = await newContext()
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    const wire = await listen(cdp)
    const at = `${address}/projects/${projectId}/review/${document.id}${query}`
    const [outline] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('outline?compact')),
      page.goto(at, { waitUntil: 'commit' }),
    ])
    await outline.finished()
    await page.waitForFunction(() => 'editableAt' in globalThis)
    await act({ page, cdp, wire })
  } finally {
    await context.close()
  }
}

/** Bytes as they came over the wire, packed and with their headers, by what they are for. */
async function listen(cdp: CDPSession): Promise<Wire> {
  const wire: Wire = { page: 0, outline: 0, rows: 0, code: 0, encodings: new Set() }
  const kinds = new Map<string, 'page' | 'outline' | 'rows' | 'code'>()
  await cdp.send('Network.enable')
  cdp.on('Network.responseReceived', ({ requestId, response: { url, headers }, type }) => {
    const kind = url.includes('/outline?') ? 'outline' : url.includes('/api/') ? 'rows' : 'code'
    kinds.set(requestId, type === 'Document' ? 'page' : kind)
    if (kind === 'outline')
      wire.encodings.add(headers['content-encoding'] ?? headers['Content-Encoding'] ?? 'not packed')
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind) wire[kind] += encodedDataLength
  })
  return wire
}

type Seen = {
  editable: number
  again: number
  firstByte: number
  outline: number
  heap: number
  nodes: number
  wire: Wire
}

async function openings(newContext: () => Promise<BrowserContext>, world: BenchWorld, document: BenchDocument) {
  const seen: Seen[] = []
  for (let time = 0; time < OPENINGS; time++) {
    await opened(newContext, world, document, async ({ page, cdp, wire }) => {
      const times = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
        const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
        return {
          editable: (globalThis as unknown as Clock).editableAt,
          firstByte: navigation!.responseStart,
          outline: resources.find(({ name }) => name.includes('outline?'))?.responseEnd ?? 0,
        }
      })
      await requireEditable(page)
      await page.waitForTimeout(500)
      const once = { ...times, ...(await memory(page, cdp)), wire: { ...wire } }
      seen.push({ ...once, again: await openedAgain(page) })
    })
  }
  const of = (pick: (one: (typeof seen)[number]) => number) => median(seen.map(pick))
  const kB = (pick: (wire: Wire) => number) => (of(({ wire }) => pick(wire)) / 1000).toFixed(0)
  console.log(
    [
      document.rows.toLocaleString('en').padStart(9),
      of(({ editable }) => editable)
        .toFixed(0)
        .padStart(36),
      Math.max(...seen.map(({ editable }) => editable))
        .toFixed(0)
        .padStart(8),
      of(({ again }) => again)
        .toFixed(0)
        .padStart(8),
      of(({ firstByte }) => firstByte)
        .toFixed(0)
        .padStart(14),
      of(({ outline }) => outline)
        .toFixed(0)
        .padStart(9),
      (of(({ heap }) => heap) / 1e6).toFixed(1).padStart(7),
      of(({ nodes }) => nodes)
        .toFixed(0)
        .padStart(7),
      kB(({ page }) => page).padStart(7),
      `${kB(({ outline }) => outline)} (${[...seen[0]!.wire.encodings].join()})`.padStart(11),
      kB(({ rows }) => rows).padStart(4),
      kB(({ code }) => code).padStart(8),
    ].join(' '),
  )
}

/** As on every other day: what a browser keeps of code and fonts is there. */
async function openedAgain(page: Page): Promise<number> {
  await page.goto(page.url(), { waitUntil: 'commit' })
  await page.waitForFunction(() => 'editableAt' in globalThis)
  return await page.evaluate(() => (globalThis as unknown as Clock).editableAt)
}

/** The clock would lie if the row it stopped at could not be written in. */
async function requireEditable(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  const field = page.locator('textarea.review-field')
  await field.waitFor()
  if (!(await field.evaluate((element) => element === document.activeElement)))
    throw new Error('The cell did not open.')
  await page.keyboard.press('Escape')
}

/** What is still held after a collection. */
async function memory(page: Page, cdp: CDPSession): Promise<{ heap: number; nodes: number }> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return { heap: usedSize, nodes: await page.evaluate(() => document.getElementsByTagName('*').length) }
}

type Frames = { frames: number[]; waiting: number[]; rows: number }

/**
 * Ways of moving through the document, five seconds each: with the wheel (1,500 px a second), fast (one screen every 100 ms),
 * and with the scroll bar (another hundredth of the document every half second). `waiting`: how long, without a break, the row
 * in the middle of the screen was not there.
 */
const WAYS = { wheel: { every: 1, by: 25 }, fast: { every: 6, by: 800 }, jumps: { every: 30, by: 0 } } as const
const SECONDS = 5

async function scrolling(page: Page, cdp: CDPSession, { rows }: BenchDocument): Promise<void> {
  const before = await memory(page, cdp)
  console.log(`\nScrolling ${rows.toLocaleString('en')} rows, ${SECONDS} s each way; a frame at 60 Hz is 16.7 ms`)
  for (const [name, { every, by }] of Object.entries(WAYS)) {
    const seen = await page.evaluate(scroll, { every, by, seconds: SECONDS })
    const { frames, waiting } = seen
    console.log(
      `  ${name.padEnd(8)} frame p50 ${quantile(frames, 0.5).toFixed(1)} ms   p95 ${quantile(frames, 0.95).toFixed(1)}   most ${Math.max(...frames).toFixed(0)}   middle row awaited ${waiting.length} times, p50 ${quantile(waiting, 0.5).toFixed(0)} ms, most ${Math.max(0, ...waiting).toFixed(0)}`,
    )
  }
  const after = await memory(page, cdp)
  console.log(
    `  heap ${(before.heap / 1e6).toFixed(1)} → ${(after.heap / 1e6).toFixed(1)} MB, DOM nodes ${before.nodes} → ${after.nodes}`,
  )
}

/** Runs in the page. */
function scroll({ every, by, seconds }: { every: number; by: number; seconds: number }): Promise<Frames> {
  const scroller = document.querySelector('.review-scroller') as HTMLElement
  const box = scroller.getBoundingClientRect()
  const frames: number[] = []
  const waiting: number[] = []
  const started = performance.now()
  let last = started
  let awaitedSince: number | null = null
  let number = 0
  return new Promise((resolve) => {
    const frame = (now: number) => {
      if (number > 0) frames.push(now - last)
      last = now
      const middle = document.elementFromPoint(box.left + box.width / 4, box.top + box.height / 2)
      const isThere = middle?.closest('.review-row')?.querySelector('.review-body') != null
      if (!isThere) awaitedSince ??= now
      else if (awaitedSince !== null) {
        waiting.push(now - awaitedSince)
        awaitedSince = null
      }
      if (now - started > seconds * 1000) {
        if (awaitedSince !== null) waiting.push(now - awaitedSince)
        return resolve({ frames, waiting, rows: 0 })
      }
      if (number % every === 0) scroller.scrollTop += by || scroller.scrollHeight / 100
      number++
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

const KEYS = 200

/** From the key press as the browser timed it to the first task after the frame in which the letter was painted. */
async function typing(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  const field = page.locator('textarea.review-field')
  await field.waitFor()
  const length = await field.evaluate((element: HTMLTextAreaElement) => {
    element.setSelectionRange(element.value.length / 2, element.value.length / 2)
    const waits: number[] = []
    Object.assign(globalThis, { waits })
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => waits.push(performance.now() - timeStamp)
          port2.postMessage(null)
        }),
      true,
    )
    return element.value.length
  })
  await page.waitForTimeout(1000)
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('abcde fghij'[key % 11] === ' ' ? 'Space' : 'abcde fghij'[key % 11]!)
    await page.waitForTimeout(40)
  }
  const waits = await page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits)
  const typed = (await field.inputValue()).length - length
  if (typed !== KEYS) throw new Error(`${typed} of ${KEYS} letters arrived.`)
  console.log(
    `\nTyping ${KEYS} letters in the middle of ${length.toLocaleString('en')} characters: key to paint p50 ${quantile(waits, 0.5).toFixed(1)} ms   p95 ${quantile(waits, 0.95).toFixed(1)}   most ${Math.max(...waits).toFixed(0)}`,
  )
}
