import { expect, test } from 'vitest'
import { readFile } from '../../lib/bitext/intake'
import { readFiles } from '../../lib/document/read-files'

test('a long file is understood beside as it is understood here', async () => {
  const text = Array.from({ length: 12_000 }, (_, at) => `第${at}段，城市更新工作继续推进。`).join('\n\n')
  const bytes = new TextEncoder().encode(text)
  expect(bytes.byteLength).toBeGreaterThan(512 * 1024)
  const file = { fileName: 'long.txt', address: '', bytes }
  const here = await readFile(bytes, { fileName: 'long.txt' })
  const read = await readFiles([file])
  expect(here.ok && read.ok && read.texts.map(({ intake }) => intake)).toEqual(here.ok && here.intakes)
  expect(read.ok && read.texts[0]?.file).toBe(file)
})
