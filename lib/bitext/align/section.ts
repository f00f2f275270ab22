/** Stretches of the two texts that are aligned by themselves: hard cuts part them, and long ones are parted again where the path is sure. */
import type { Anchor } from './anchors'

/** Chinese sentences zhFrom … zhTo - 1 against English ones enFrom … enTo - 1. */
export type Section = { zhFrom: number; zhTo: number; enFrom: number; enTo: number }

/** Sections between the cuts. Throws when the cuts are not in order or lie outside the texts. */
export function sectionsBetween(
  cuts: readonly { zh: number; en: number }[],
  zhCount: number,
  enCount: number,
): Section[] {
  const ends = [...cuts, { zh: zhCount, en: enCount }]
  let zhFrom = 0
  let enFrom = 0
  return ends.map(({ zh, en }) => {
    if (zh < zhFrom || en < enFrom || zh > zhCount || en > enCount)
      throw new RangeError(`cut ${zh}:${en} is out of order or outside the texts (${zhCount}:${enCount})`)
    const section = { zhFrom, zhTo: zh, enFrom, enTo: en }
    zhFrom = zh
    enFrom = en
    return section
  })
}

/** Longer sections are parted: tables stay small, and where the band has to be widened only this much is done again. */
const LONG = 600
/** A cut wants this many anchors in a row, each one sentence on from the one before on both sides. */
const SURE_RUN = 7

/** The section in parts of about LONG Chinese sentences, cut in the middle of sure runs of anchors; `null` run: not cut. */
export function partAtAnchors(section: Section, anchors: readonly Anchor[]): Section[] {
  const parts: Section[] = []
  let { zhFrom, enFrom } = section
  for (let at = SURE_RUN; at < anchors.length; at++) {
    const { zh, en } = anchors[at]!
    if (zh - zhFrom < LONG && en - enFrom < LONG) continue
    if (section.zhTo - zh < LONG / 4 && section.enTo - en < LONG / 4) break
    if (!isSureRun(anchors, at)) continue
    const middle = anchors[at - (SURE_RUN >> 1)]!
    parts.push({ zhFrom, zhTo: middle.zh, enFrom, enTo: middle.en })
    zhFrom = middle.zh
    enFrom = middle.en
  }
  parts.push({ ...section, zhFrom, enFrom })
  return parts
}

function isSureRun(anchors: readonly Anchor[], end: number): boolean {
  const last = anchors[end]!
  const first = anchors[end - SURE_RUN + 1]!
  return last.zh - first.zh === SURE_RUN - 1 && last.en - first.en === SURE_RUN - 1
}
