/** Stretches of the two texts that are aligned by themselves: hard cuts part them, and long ones are parted again where the path is sure. */
/** Chinese sentences zhFrom … zhTo - 1 against English ones enFrom … enTo - 1. */
export type Section = { zhFrom: number; zhTo: number; enFrom: number; enTo: number }

/** A pair of sentences that most likely belong together. */
export type Anchor = { zh: number; en: number; weight: number }

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

/**
 * The section in parts of about LONG sentences, cut in the middle of sure runs of anchors. The longer a part has become, the less
 * sure a run will do: with each LONG more another sentence may be missing from it.
 */
export function partAtAnchors(section: Section, anchors: readonly Anchor[]): Section[] {
  const parts: Section[] = []
  let { zhFrom, enFrom } = section
  for (let at = SURE_RUN; at < anchors.length; at++) {
    const { zh, en } = anchors[at]!
    const length = Math.max(zh - zhFrom, en - enFrom)
    if (length < LONG) continue
    if (section.zhTo - zh < LONG / 4 && section.enTo - en < LONG / 4) break
    if (!isSureRun(anchors, at, Math.floor(length / LONG) - 1)) continue
    const middle = anchors[at - (SURE_RUN >> 1)]!
    parts.push({ zhFrom, zhTo: middle.zh, enFrom, enTo: middle.en })
    zhFrom = middle.zh
    enFrom = middle.en
  }
  parts.push({ ...section, zhFrom, enFrom })
  return parts
}

/** Up to `missing` sentences of either side are no anchors, none of them where the cut will be. */
function isSureRun(anchors: readonly Anchor[], end: number, missing: number): boolean {
  const last = anchors[end]!
  const first = anchors[end - SURE_RUN + 1]!
  const middle = anchors[end - (SURE_RUN >> 1)]!
  const before = anchors[end - (SURE_RUN >> 1) - 1]!
  const most = SURE_RUN - 1 + missing
  return (
    last.zh - first.zh <= most &&
    last.en - first.en <= most &&
    middle.zh - before.zh === 1 &&
    middle.en - before.en === 1
  )
}
