import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '../../lib/db'
import { createDocument } from '../../lib/document/create-document'
import { CreateInput } from '../../lib/document/input'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const bytes = (text: string) => new TextEncoder().encode(text)
const ZH = bytes('会议在北京举行。\n\n共有1200人参加。\n')
const EN = bytes('The meeting was held in Beijing.\n\nA total of 1,200 people took part.\n')

function input(projectId: string, files: { side: 'zh' | 'en'; bytes: Uint8Array }[]) {
  return CreateInput.parse({
    projectId,
    title: 'Meeting',
    governing: 'prevails-zh',
    files: files.map((file) => ({ ...file, fileName: `${file.side}.txt`, address: 'https://example.invalid/' })),
  })
}

test('two texts become rows, and their sources are kept to the byte', async () => {
  const w = await world()
  const both = input(w.projectId, [
    { side: 'zh', bytes: ZH },
    { side: 'en', bytes: EN },
  ])
  const { documentId, segments } = await createDocument(w.manager, both)
  const rows = await db.segment.findMany({ where: { documentId }, orderBy: { position: 'asc' } })
  expect(rows.map(({ zh, en }) => [zh, en])).toEqual([
    ['会议在北京举行。', 'The meeting was held in Beijing.'],
    ['共有1200人参加。', 'A total of 1,200 people took part.'],
  ])
  expect(segments).toBe(2)
  const sources = await db.source.findMany({ where: { documentId }, orderBy: { side: 'asc' } })
  for (const [index, given] of [ZH, EN].entries()) {
    expect(Buffer.from(sources[index].bytes).equals(Buffer.from(given))).toBe(true)
    expect(sources[index].sha256).toBe(createHash('sha256').update(given).digest('hex'))
    expect(sources[index].address).toBe('https://example.invalid/')
  }
})

test.each([0, 1])('what is broken off while saving (share %d), or cannot be read, leaves nothing', async (at) => {
  const w = await world()
  const both = input(w.projectId, [
    { side: 'zh', bytes: ZH },
    { side: 'en', bytes: EN },
  ])
  const controller = new AbortController()
  const onProgress = (phase: string, share: number) =>
    phase === 'saving' && share === at && controller.abort(new Error('given up'))
  await expect(createDocument(w.manager, both, { onProgress, signal: controller.signal })).rejects.toThrow('given up')
  const binary = input(w.projectId, [{ side: 'zh', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2) }])
  await expect(createDocument(w.manager, binary)).rejects.toMatchObject({ problem: 'unreadable-file' })
  const { projectId } = w
  expect(await db.document.count({ where: { projectId } })).toBe(0)
  expect(await db.source.count({ where: { projectId } })).toBe(0)
  expect(await db.segment.count({ where: { projectId } })).toBe(0)
})
