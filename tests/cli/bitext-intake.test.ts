/** `bitext intake` and `bitext sentences` as a shell sees them. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHINESE_TRANSCRIPT, ENGLISH_TRANSCRIPT } from '../bitext/intake/transcripts'
import { bitext } from '../support/bitext'

const folder = mkdtempSync(join(tmpdir(), 'bitext-intake-'))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('bitext intake', () => {
  it('prints what it understood', async () => {
    const { status, stdout } = await bitext(['intake', file('en.txt', ENGLISH_TRANSCRIPT), '--side', 'en'])
    expect(status).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer.governing).toBe('prevails(zh)')
    expect(answer.credits).toHaveLength(4)
    expect(answer.blocks.find(({ label }: { label?: boolean }) => label)).toEqual({
      kind: 'moderator',
      text: 'He Jianing:',
      speaker: 'He Jianing',
      line: 32,
      turn: 0,
      label: true,
    })
    expect(answer.dropped[0]).toMatchObject({ line: 1, reason: expect.any(String) })
    expect(answer.warnings).toContainEqual({ message: expect.stringContaining('without an outlet'), line: 62 })
  })

  it('finds the language, reads standard input, and tells the sides of a file of both', async () => {
    expect(JSON.parse((await bitext(['intake', '-'], CHINESE_TRANSCRIPT)).stdout).governing).toBe('prevails(zh)')
    const both = JSON.parse(
      (await bitext(['intake', '-'], '人人生而自由。\n\nAll human beings are born free.\n')).stdout,
    )
    expect(both.blocks.map(({ side, line }: { side: string; line: number }) => [side, line])).toEqual([
      ['zh', 1],
      ['en', 3],
    ])
  })

  it.each([
    [['intake'], 'one file'],
    [['intake', 'a', 'b'], 'one file'],
    [['intake', 'a', '--side', 'fr'], "not 'fr'"],
    [['intake', 'a', '--what'], '--what'],
    [['intake', join(folder, 'none.txt')], 'none.txt: cannot be read'],
    [['intake', file('empty.txt', '')], 'empty.txt: The file is empty'],
    [
      ['sentences', 'en', file('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]))],
      'picture.txt: This is a picture',
    ],
    [['sentences', 'fr', 'a'], "'fr' is no language"],
    [['sentences', 'en'], 'one file'],
  ])('%j is refused', async (args, message) => {
    const { status, stdout, stderr } = await bitext(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
  })
})

describe('bitext sentences', () => {
  it('prints a sentence a line', async () => {
    expect(await bitext(['sentences', 'en', '-'], 'Mr. Wang spoke. All\nlistened.\n')).toMatchObject({
      status: 0,
      stdout: 'Mr. Wang spoke.\nAll\nlistened.\n',
    })
    expect((await bitext(['sentences', 'zh', '-'], '他说：“好。”大家走了。')).stdout).toBe('他说：“好。”\n大家走了。\n')
  })
})
