import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_KINDS, type Correction, type Intake, intakeText } from '../../../lib/bitext/intake'
import type { Side } from '../../../lib/bitext/text'
import { ofLength, TAKEN_IN } from '../../support/long-input'
import { CHINESE_QUESTIONS, CHINESE_TRANSCRIPT, ENGLISH_TRANSCRIPT } from './transcripts'

function kindsOf({ blocks }: Intake, kind: string): string[] {
  return blocks.filter((block) => block.kind === kind).map(({ text }) => text)
}

function labels({ blocks }: Intake): string[] {
  return blocks.filter(({ label }) => label).map(({ kind, text }) => `${kind} ${text}`)
}

/** Kept and dropped stretches in order, apart, and only white space between them. */
function expectWhole({ text, blocks, dropped }: Intake): void {
  const all = [...blocks, ...dropped].toSorted((a, b) => a.from - b.from)
  let at = 0
  for (const { from, to, text: words, line } of all) {
    expect(from).toBeGreaterThanOrEqual(at)
    expect(text.slice(at, from).trim()).toBe('')
    expect(text.slice(from, to)).toBe(words)
    expect(words.trim()).toBe(words)
    expect(words).not.toBe('')
    expect(line).toBe(text.slice(0, from).split(/\r\n|[\r\n]/).length)
    at = to
  }
  expect(text.slice(at).trim()).toBe('')
  for (const list of [blocks, dropped])
    expect(list.map(({ from }) => from)).toEqual(list.map(({ from }) => from).toSorted((a, b) => a - b))
}

describe('an English transcript', () => {
  const intake = intakeText(ENGLISH_TRANSCRIPT, 'en')

  it('finds the turns', () => {
    expect(labels(intake)).toEqual([
      'moderator He Jianing:',
      'speech Zhao Mingyuan:',
      'moderator He Jianing:',
      'question Lakeside Evening News:',
      'answer Sun Peiwen:',
      'answer Sun Peiwen:',
      'question Harbor.example.com:',
      'answer Zhao Mingyuan:',
      'moderator He Jianing:',
      'question The Ledger:',
      'answer Zhao Mingyuan:',
      'moderator He Jianing:',
    ])
    expect(intake.blocks.at(-6)!.turn).toBe(12)
  })

  it('makes a question that lost its outlet a turn of its own, and says so', () => {
    const lost = intake.blocks.filter(({ kind, outlet }) => kind === 'question' && outlet === undefined)
    expect(lost.map(({ text }) => text.slice(0, 12))).toEqual(['We have read'])
    expect(intake.warnings).toContainEqual(
      expect.objectContaining({ id: 'question-without-outlet', line: lost[0]!.line }),
    )
  })

  it('leaves a rhetorical question with its speaker', () => {
    const block = intake.blocks.find(({ text }) => text.includes('What did that cost?'))
    expect(block).toMatchObject({ kind: 'speech', speaker: 'Zhao Mingyuan' })
  })

  it('reads both speaker lists and warns of the titles that differ, abbreviations aside', () => {
    expect(kindsOf(intake, 'speaker-list')).toHaveLength(6)
    expect(intake.warnings.map(({ id }) => id)).toEqual([
      'speaker-list-twice',
      'titles-differ',
      'question-without-outlet',
    ])
    expect(intake.warnings[1]!.message).toMatch(/^Sun Peiwen .*head of the River Patrol.*chief engineer of the LWB/)
  })

  it('parts the credits from the clause', () => {
    expect(intake.credits).toEqual(['Lin Yufei', 'Guo Shan', 'Anna Whitfield', 'Paul Okoro'])
    expect(kindsOf(intake, 'credit')).toHaveLength(1)
    expect(intake.governing).toMatchObject({ rule: 'prevails-zh', quote: kindsOf(intake, 'prevail-clause')[0] })
  })

  it('names front matter and captions', () => {
    expect(kindsOf(intake, 'headline')).toEqual(['City briefing on keeping the river clean'])
    expect(kindsOf(intake, 'dateline')).toEqual(['Lakeside | 3 p.m. Mar. 5, 2024', 'Mar. 5, 2024'])
    expect(kindsOf(intake, 'lede')).toHaveLength(1)
    expect(kindsOf(intake, 'caption')).toEqual(['/3    Zhao Mingyuan', '/3    Sun Peiwen', '/3    Group Photo'])
  })

  it('drops tags with what stands in them, and page furniture, with reasons', () => {
    expect(intake.dropped.map(({ kind, reason }) => `${kind} ${reason.id}`)).toEqual([
      'junk tags',
      'furniture language-link',
      'junk tags',
    ])
    expect(intake.dropped[0]!.text).toContain('cheap watches')
  })

  it('is whole', () => expectWhole(intake))
})

describe('a Chinese transcript', () => {
  const intake = intakeText(CHINESE_TRANSCRIPT, 'zh')

  it('finds the turns', () => {
    expect(labels(intake)).toEqual([
      'moderator 湖滨市新闻办公室主任 何佳宁：',
      'speech 赵明远：',
      'moderator 何佳宁：',
      'question 湖滨晚报记者：',
      'answer 孙佩文：',
      'answer 孙佩文：',
      'question 封面日报：',
      'answer 赵明远：',
      'moderator 何佳宁：',
    ])
  })

  it('finds the lost question, the lists, the credits and the clause', () => {
    expect(intake.warnings.map(({ id }) => id)).toEqual(['question-without-outlet'])
    expect(intake.speakers.map(({ name }) => name)).toEqual(['赵明远', '孙佩文', '何佳宁'])
    expect(intake.credits).toEqual(['林雨霏', '郭珊', '王伟', '李晓彤'])
    expect(intake.governing?.rule).toBe('prevails-zh')
    expect(kindsOf(intake, 'caption')).toHaveLength(1)
  })

  it('drops the furniture of the page', () => {
    expect(intake.dropped.map(({ reason }) => reason.id)).toEqual([
      'breadcrumb',
      'page-tools',
      'share',
      'page-mark',
      'neighbours',
      'page-tools',
    ])
  })

  it('parts labels from the speech on their line', () => {
    const questions = intakeText(CHINESE_QUESTIONS, 'zh')
    expect(labels(questions)).toEqual([
      'question 新华社记者：',
      'answer 发言人：',
      'question 记者：',
      'answer 发言人：',
      'question 问：',
      'answer 答：',
    ])
    expect(questions.blocks[2]).toMatchObject({
      text: '发言人能否介绍会议安排？',
      outlet: '新华社记者',
      turn: 0,
      line: 3,
    })
    expectWhole(questions)
  })

  it('is whole', () => expectWhole(intake))
})

describe('texts that are no transcripts', () => {
  const law = `Rules of the Reading Room\n\nPreamble\n\nThe room is open to all.\n\nArticle 1\n\nReaders shall be quiet.\n\nFor example:\n\nno singing;\n\nArticle 2\n\nNotes:\n\nBooks stay here.\n`
  it.each<[string, Side, string, string[]]>([
    [
      'law',
      'en',
      law,
      ['headline', 'heading', 'point', 'heading', 'point', 'point', 'point', 'heading', 'point', 'point'],
    ],
    [
      '法',
      'zh',
      '阅览室规则\n\n序言\n\n本室向所有人开放。\n\n第一条\n\n读者应当安静。\n\n例如：\n\n不得唱歌；\n',
      ['headline', 'heading', 'point', 'heading', 'point', 'point', 'point'],
    ],
    [
      'table of values',
      'en',
      'Values\n\nRaid Level : raid1\n\nArray Size : 4\n\nRaid Level : raid5\n\nArray Size : 5\n',
      ['headline', 'point', 'point', 'point', 'point'],
    ],
  ])('%s', (_, side, text, kinds) => {
    const intake = intakeText(text, side)
    expect(intake.blocks.map(({ kind }) => kind)).toEqual(kinds)
    expect(intake.blocks.every(({ turn }) => turn === undefined)).toBe(true)
    expectWhole(intake)
  })

  it('keeps tags that are spoken of', () => {
    expect(intakeText('Use <b> for bold text and <em> to stress.', 'en').dropped).toEqual([])
  })
})

describe('corrections', () => {
  const at = (text: string) => ENGLISH_TRANSCRIPT.indexOf(text)
  const correct = (text: string, kind: Correction['kind']) =>
    intakeText(ENGLISH_TRANSCRIPT, 'en', [{ side: 'en', from: at(text), kind }])

  it('restores furniture', () => {
    expect(kindsOf(correct('Read in Chinese', 'heading'), 'heading')).toEqual(['Read in Chinese'])
  })

  it('restores junk in one piece', () => {
    const intake = correct('<p id="qxzvt">', 'point')
    expect(kindsOf(intake, 'point')[0]).toContain('cheap watches')
    expectWhole(intake)
  })

  it('drops a block', () => {
    const intake = correct('The city pays.', 'dropped')
    expect(intake.dropped.map(({ reason }) => reason.id)).toContain('dropped-by-hand')
    expectWhole(intake)
  })

  it('makes a paragraph a question of its own', () => {
    const intake = correct('Second, we planted', 'question')
    expect(intake.blocks.find(({ text }) => text.startsWith('Second'))).toMatchObject({ kind: 'question' })
    expectWhole(intake)
  })
})

describe('laws of intake', () => {
  const LINES =
    'Wang Leshui:|Cover News:|王乐水：|记者：请问？|Thank you.|谢谢。|What is it? Thank you.|<p id="bcdfg">|</p>|<div id="x"><a>y</a></div>|Share:|首页 > 正文|< 1 2 3 >|/6 Wang|Translated by Li Na.|责任编辑：李娜|The Chinese version shall prevail. In Chinese.|以中文版本为准。|Article 1|1. One|\u200b|\ufeff| |\u3000||Mr. Wang Wei, director|Oct. 24, 2023|一、总则|<script>x</script>|<!--|😀'.split(
      '|',
    )
  const document = fc.oneof(
    fc
      .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n\n', '\r\n', '\n\n\n\n', ' ', '\u2028')))
      .map((parts) => parts.flat().join('')),
    fc.string({ unit: 'binary' }),
  )

  it('loses nothing, whatever the text and the corrections', () => {
    const correction = fc.record({ at: fc.nat(), kind: fc.constantFrom(...BLOCK_KINDS, 'dropped' as const) })
    fc.assert(
      fc.property(
        document,
        fc.constantFrom<Side>('zh', 'en'),
        fc.array(correction, { maxLength: 4 }),
        (text, side, wishes) => {
          const plain = intakeText(text, side)
          expectWhole(plain)
          const places = [...plain.blocks, ...plain.dropped].map(({ from }) => from)
          const corrections =
            places.length === 0 ? [] : wishes.map(({ at, kind }) => ({ side, from: places[at % places.length]!, kind }))
          const corrected = intakeText(text, side, corrections)
          expectWhole(corrected)
          const last = new Map(corrections.map(({ from, kind }) => [from, kind]))
          for (const [from, kind] of last) {
            const found =
              kind === 'dropped'
                ? corrected.dropped.some((each) => each.from === from)
                : corrected.blocks.some((each) => each.from === from)
            expect(found).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each(TAKEN_IN)('comes to an end of half a megabyte of %j', (piece) => {
    expect(intakeText(ofLength(500_000, piece), 'en').blocks).toBeInstanceOf(Array)
  })
})
