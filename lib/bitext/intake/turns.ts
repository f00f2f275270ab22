/**
 * Puts labelled pieces into turns and says what each turn is: the host's are `moderator`, an outlet's are `question`, what
 * follows the first question is `answer`, what comes before is `speech`. A question that lost its label is found by where it
 * stands (after a gap or a closing formula, before an answer) and by what it says, and becomes a turn of its own.
 */
import type { Side } from '../text'
import type { BlockKind } from './block'
import { bareName, isChineseName } from './names'
import type { Marked } from './piece'

export type TurnKind = Extract<BlockKind, 'speech' | 'question' | 'answer' | 'moderator'>

/** `pieces` are indexes, the label's first (if there is a label). */
export type Turn = { kind: TurnKind; name?: string; asks: boolean; pieces: number[]; unlabelled?: boolean }

const SAYS = {
  question: { en: /\?/, zh: /[？?]|请问|想问|能否|可否|请介绍/u },
  asksAtEnd: {
    en: /(?:\?|\b(?:thank you|thanks)(?: very much| so much)?[.!]?)["”’)]?\s*$/i,
    zh: /(?:[？?]|谢谢[！。!]?|感谢[！。!]?)["”’）)]?\s*$/u,
  },
  closes: {
    en: /\b(?:thank you|thanks|that's all|that is all)\b[^.!?]{0,40}[.!]?\s*$/i,
    zh: /(?:谢谢|我就(?:回答|介绍|说|讲)(?:到)?这(?:里|些|么多)|感谢)[^。]{0,12}[。！!]?\s*$/u,
  },
  answers: {
    en: /^(?:I(?:'|’)?(?:ll| will| would|’d|'d)\b[^.?]{0,40}\b(?:answer|take|respond|brief|address|introduce)|Let me\b|(?:Thank you|Thanks)(?: very much| so much)?(?:,? \w+){0,4} for (?:your|the|this|that|these|raising|asking)|(?:It(?:'|’)s|It is|That(?:'|’)s|This is)? ?an? (?:very |really )?(?:good|great|important|excellent) question|(?:On|Regarding|As for|To answer|In response to) (?:this|your|that|the) question)/i,
    zh: /^(?:谢谢|感谢)[^。！]{0,16}(?:提问|问题|关心|关注)|^我来?(?:回答|介绍|回应|答复)|^(?:好的?[，。])?(?:这个|这是一?个|您的|你的)[^。]{0,12}问题|^下面[，]?我来/u,
  },
  hosts: {
    en: /\b(?:floor is (?:now )?open|open(?:ed)? for questions|give the floor|has the floor|welcome to (?:this|today's|the|our)\b[^.]{0,40}(?:press|briefing|news|conference)|(?:next|last|final|first|one more|last two|another) (?:two |few |three )?questions?\b[^.]{0,30}(?:please|[.!]$)|raise your hand|identify (?:yourself|the (?:media|outlet|news))|(?:press conference|briefing|conference) (?:is|has|ends|concludes|comes)\b[^.]{0,30}(?:conclu|end|over|finish|here|close)|(?:now )?let(?:'|’)s (?:welcome|invite|move on to)|please welcome|we(?:'|’)ll (?:now )?(?:take|move to) (?:the )?(?:\w+ )?questions?|today,? we (?:have invited|are (?:joined|pleased))|we have invited)/i,
    zh: /欢迎(?:大家|各位|出席|参加)|(?:请|开始|可以|继续|进入)[^。]{0,8}提问|有请|下面(?:先)?请|先请|首先请|请[^。，]{1,16}(?:先生|女士|部长|局长|司长|主任)?(?:作|做)?(?:介绍|回答|发言)|举手|通报[^。]{0,8}(?:新闻机构|媒体)|(?:发布会|吹风会|记者会|招待会|访谈)[^。]{0,12}(?:到此|结束|到这里)|最后[一两二三]?个?(?:提问|问题)|今天(?:我们)?(?:很高兴|非常高兴|十分高兴|请来|邀请|邀请到)/u,
  },
} satisfies Record<string, Record<Side, RegExp>>

/** Turns in the order of the text. `listed` are the names of the speaker lists. */
export function buildTurns(pieces: Marked[], side: Side, listed: ReadonlySet<string>): Turn[] {
  const gathered = gather(pieces)
  for (const [at, turn] of gathered.entries())
    turn.asks ||= soundsLikeAsker(turn, gathered[at + 1], pieces, side, listed)
  const turns = splitLostQuestions(gathered, pieces, side)
  const hosts = findHosts(turns, pieces, side)
  let asked = false
  for (const turn of turns) {
    turn.kind = kindOf(turn, pieces, hosts, asked)
    asked ||= turn.kind === 'question'
  }
  return turns
}

const ENDS_TURNS: ReadonlySet<Marked['as']> = new Set(['credit', 'prevail-clause', 'speaker-list'])
const TURN_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(['speech', 'question', 'answer', 'moderator'])

function gather(pieces: Marked[]): Turn[] {
  const turns: Turn[] = []
  let current: Turn | null = null
  for (const [index, piece] of pieces.entries()) {
    if (piece.as === 'label') {
      current = { kind: 'speech', name: piece.label!.name, asks: asks(piece), pieces: [index] }
      turns.push(current)
    } else if (ENDS_TURNS.has(piece.as)) {
      current = null
    } else if (current && piece.as === 'body') {
      current.pieces.push(index)
    } else if (isForcedTurn(piece)) {
      current = { kind: piece.forced as TurnKind, asks: piece.forced === 'question', pieces: [index], unlabelled: true }
      turns.push(current)
      current = null
    }
  }
  return turns
}

function isForcedTurn({ forced }: Marked): boolean {
  return forced !== undefined && forced !== 'dropped' && TURN_KINDS.has(forced)
}

function asks({ label, forced }: Marked): boolean {
  return forced ? forced === 'question' : label!.role === 'asker' || label!.role === 'outlet'
}

/** A label that says neither outlet nor reporter may still be one: it asks, briefly, and somebody else goes on. */
function soundsLikeAsker(
  turn: Turn,
  next: Turn | undefined,
  pieces: Marked[],
  side: Side,
  listed: ReadonlySet<string>,
): boolean {
  const { label, forced } = pieces[turn.pieces[0]!]!
  if (!label || forced || !next || next.name === turn.name || turn.pieces.length < 2 || turn.pieces.length > 4)
    return false
  if (label.role !== 'unknown' && label.role !== 'person') return false
  if ([...listed].some((name) => turn.name!.endsWith(name))) return false
  const words = turn.pieces.slice(1).map((index) => pieces[index]!.text)
  if (!words.some((text) => SAYS.question[side].test(text)) || !SAYS.asksAtEnd[side].test(words.at(-1)!)) return false
  const answered = SAYS.answers[side].test(pieces[next.pieces[1] ?? -1]?.text ?? '')
  return answered || listed.size > 0
}

/** Cuts a question without a label off the end of the turn before it. */
function splitLostQuestions(turns: Turn[], pieces: Marked[], side: Side): Turn[] {
  const usual = usualGap(turns, pieces)
  return turns.flatMap((turn, at) => {
    const next = turns[at + 1]
    const from =
      turn.asks || turn.unlabelled || !next || next.asks ? -1 : findLostQuestion(turn, next, pieces, side, usual)
    if (from < 0) return [turn]
    const rest = turn.pieces.slice(from)
    return [
      { ...turn, pieces: turn.pieces.slice(0, from) },
      { kind: 'question' as const, asks: true, pieces: rest, unlabelled: true },
    ]
  })
}

function usualGap(turns: Turn[], pieces: Marked[]): number {
  const gaps = turns.flatMap(({ pieces: own }) => own.slice(1).map((index) => pieces[index]!.gap)).sort((a, b) => a - b)
  return gaps[gaps.length >> 1] ?? 1
}

// A lost question is short.
const MOST_PARAGRAPHS = 3

function findLostQuestion(turn: Turn, next: Turn, pieces: Marked[], side: Side, usual: number): number {
  const start = Math.max(2, turn.pieces.length - MOST_PARAGRAPHS)
  const last = turn.pieces.length - 1
  if (last < start) return -1
  const wide = lastWideGap(turn, pieces, start, usual)
  const from = wide > 0 ? wide : last
  const words = turn.pieces.slice(from).map((index) => pieces[index]!.text)
  const answer = pieces[next.pieces[1] ?? -1]?.text ?? ''
  if (!words.some((text) => SAYS.question[side].test(text)) || !SAYS.asksAtEnd[side].test(words.at(-1)!)) return -1
  const signs = [
    wide > 0,
    SAYS.closes[side].test(pieces[turn.pieces[from - 1]!]!.text),
    SAYS.answers[side].test(answer),
    turn.name !== undefined && turn.name === next.name,
  ]
  return signs.filter(Boolean).length >= 2 ? from : -1
}

function lastWideGap(turn: Turn, pieces: Marked[], start: number, usual: number): number {
  for (let at = turn.pieces.length - 1; at >= start; at--) {
    if (pieces[turn.pieces[at]!]!.gap > usual) return at
  }
  return -1
}

/** Who leads: says a host's formulas most, and seldom speaks right after a question. */
function findHosts(turns: Turn[], pieces: Marked[], side: Side): Set<string> {
  const hosts = new Set<string>()
  const scores = new Map<string, { formulas: number; answers: number; turns: number }>()
  for (const [at, turn] of turns.entries()) {
    if (turn.name === undefined || turn.asks) continue
    const name = nameKey(turn.name)
    if (pieces[turn.pieces[0]!]!.label?.role === 'host') hosts.add(name)
    const score = scores.get(name) ?? { formulas: 0, answers: 0, turns: 0 }
    score.turns++
    if (turns[at - 1]?.asks) score.answers++
    const body = turn.pieces
      .slice(1, 5)
      .map((index) => pieces[index]!.text.slice(0, 1500))
      .join('\n')
    if (SAYS.hosts[side].test(body)) score.formulas++
    scores.set(name, score)
  }
  if (hosts.size > 0) return hosts
  const leads = [...scores].filter(
    ([, { formulas, answers, turns: all }]) => formulas > 0 && answers * 2 < all && formulas * 2 >= all,
  )
  const best = leads.toSorted(([, a], [, b]) => b.formulas - a.formulas)[0]
  return new Set(best && turns.length > 1 ? [best[0]] : [])
}

/** 新闻局局长 陈文俊 and 陈文俊 are one: the title before a Chinese name does not count. */
function nameKey(name: string): string {
  const last = name.split(/[\s\u3000]+/u).at(-1)!
  return bareName(isChineseName(last) ? last : name).toLowerCase()
}

function kindOf(turn: Turn, pieces: Marked[], hosts: ReadonlySet<string>, asked: boolean): TurnKind {
  const forced = pieces[turn.pieces[0]!]!.forced
  if (forced && forced !== 'dropped' && TURN_KINDS.has(forced)) return forced as TurnKind
  if (turn.asks) return 'question'
  if (turn.name !== undefined && hosts.has(nameKey(turn.name))) return 'moderator'
  return asked || pieces[turn.pieces[0]!]!.label?.role === 'answerer' ? 'answer' : 'speech'
}
