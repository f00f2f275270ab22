/**
 * Aligns Chinese with English sentences: a rough path from rare shared words, the best ladder of beads in a band around it,
 * then word translations, lengths and bead shapes learned from that ladder, and the best ladder once more.
 */
import { findAnchors } from './anchors'
import type { Point, Room } from './band'
import type { Alignment, AlignOptions, Bead } from './bead'
import { beadScore, type Model } from './bead-score'
import { closeness } from './bead-types'
import { boundaryTraits, traitOf } from './boundary-evidence'
import { type Climber, climb, evenRoom, joined, pointsOf } from './climb'
import { calibrated, calibratedAlone } from './confidence'
import { type Layout, layoutOf, withConfirmed } from './confirmed'
import { CONSTANTS, type Constants, LARGEST_SIDE } from './constants'
import { ladder } from './ladder'
import { loosened } from './loosen'
import { firstModel, secondModel } from './model'
import { markMoved } from './moved'
import type { Rung } from './moves'
import { prepare } from './prepared'
import { rescueMoved } from './rescue-moved'
import { ladderWithPosteriors, type WeighedLadder } from './second-look'
import { type Anchor, partAtAnchors, type Section, sectionsBetween } from './section'
import { fitted, requireVectors, similarityModel } from './similarity'
import { dictionaryLinks } from './translation-table'

/** Changes whenever the same input may be aligned otherwise than before. */
export const ENGINE = 'duizhao-align/7'

/** Half-width of the band, and sentences on one side of a bead, to begin with: around anchors, which may be off, and around the first ladder. */
const FIRST_ROOM = { width: 4, most: 4 }
const SECOND_WIDTH = 3
/** Larger beads than the first ladder's are tried by so many sentences. */
const LARGER = 2
const LEAST_SIDE = 3
/** … and looked for so many sentences before and after a large one. */
const LARGE_NEAR = 8
/** Share of the work that the first pass is. */
const FIRST_PASS_SHARE = 0.5

type Part = { section: Section; points: Point[] }

/** Every sentence of both sides is in exactly one bead. Beads are in the order of the Chinese; one without Chinese stands where its English neighbours do. */
export function align(zh: readonly string[], en: readonly string[], options: AlignOptions = {}): Alignment {
  return { beads: alignWith(CONSTANTS, zh, en, options), engine: ENGINE }
}

/** The same with other constants: for measuring what each is worth. */
export function alignWith(
  constants: Constants,
  zh: readonly string[],
  en: readonly string[],
  options: AlignOptions,
): Bead[] {
  const { ladders, model, layout } = weighedLadders(constants, zh, en, options)
  const beads = ladders.flatMap(({ section, rungs }) => rungs.map((rung) => beadOf(rung, section, model)))
  const paired = rescueMoved(beads, model, layout)
  const loose = loosened(paired, model, layout)
  const rescued = loose ? rescueMoved(loose, model, layout) : paired
  return markMoved(withConfirmed(rescued, layout, options.confirmed ?? []), options.cuts)
}

/** The final ladders, section by section, with the posteriors of all that was possible: what constants are tuned by. */
export function weighedLadders(
  constants: Constants,
  zh: readonly string[],
  en: readonly string[],
  options: AlignOptions,
): { ladders: (WeighedLadder & { section: Section })[]; model: Model; layout: Layout } {
  const layout = layoutOf(zh.length, en.length, options)
  const sections = sectionsBetween(layout.cuts, layout.open.zh, layout.open.en)
  const pair = prepare(chosen(zh, layout.zh), chosen(en, layout.en), options.lexicon)
  const links = dictionaryLinks(pair, options.lexicon, constants)
  const traits = boundaryTraits(zh, en, options.paragraphs).map((trait) => traitOf(trait, layout))
  let model = firstModel(pair, links, constants, traits, layout)
  if (options.similarity) {
    requireVectors(options.similarity, zh.length, en.length)
    const vectors = {
      zh: layout.zh.map((at) => options.similarity!.zh[at]!),
      en: layout.en.map((at) => options.similarity!.en[at]!),
    }
    model = { ...model, similarity: similarityModel(vectors) }
  }
  const anchored = sections.map((section) => ({ section, anchors: findAnchors(model, section) }))
  if (model.similarity)
    model = {
      ...model,
      similarity: fitted(
        model.similarity,
        anchored.flatMap(({ anchors }) => anchors),
      ),
    }
  const parts = anchored.flatMap(({ section, anchors }) => partsOf(section, anchors))
  const ladders = parts.map(({ section, points }, at) => {
    report(options, (FIRST_PASS_SHARE * at) / parts.length)
    return climb(section, points, evenRoom(section, FIRST_ROOM.width, FIRST_ROOM.most), firstClimber(model)).rungs
  })
  model = secondModel(
    model,
    links,
    parts.map(({ section }) => section),
    ladders,
  )
  const weighed = parts.map(({ section }, at) => {
    report(options, FIRST_PASS_SHARE + ((1 - FIRST_PASS_SHARE) * at) / parts.length)
    const first = ladders[at]!
    const found = climb(section, pointsOf(first), roomAround(first, section), secondClimber(model))
    return { ...found, section }
  })
  report(options, 1)
  return { ladders: weighed, model, layout }
}

function firstClimber(model: Model): Climber<{ rungs: Rung[] }> {
  return {
    find: (section, band) => ({ rungs: ladder(model.types, beadScore(model, section, band), band) }),
    join: ({ rungs }, again) => ({ rungs: joined(rungs, again) }),
  }
}

function secondClimber(model: Model): Climber<WeighedLadder> {
  const { types, constants } = model
  return {
    find: (section, band) => ladderWithPosteriors(types, beadScore(model, section, band), band, constants.temperature),
    join: ({ rungs, posterior }, again) => ({
      rungs: joined(rungs, again),
      posterior(zh, a, en, b) {
        const inside = again.find(
          ({ window: { zhFrom, zhTo, enFrom, enTo } }) =>
            zh >= zhFrom && zh + a <= zhTo && en >= enFrom && en + b <= enTo,
        )
        return inside
          ? inside.found.posterior(zh - inside.window.zhFrom, a, en - inside.window.enFrom, b)
          : posterior(zh, a, en, b)
      },
    }),
  }
}

/** Room for a few sentences more than the first ladder has nearby. */
function roomAround(rungs: readonly Rung[], section: Section): Room {
  const room = evenRoom(section, SECOND_WIDTH, LEAST_SIDE)
  for (const { zh, a, b } of rungs) {
    const most = Math.min(LARGEST_SIDE, Math.max(a, b) + LARGER)
    for (let i = Math.max(0, zh - LARGE_NEAR); i <= Math.min(room.most.length - 1, zh + a + LARGE_NEAR); i++)
      if (room.most[i]! < most) room.most[i] = most
  }
  return room
}

/** The texts themselves where all of them is chosen: most often, and for nothing. */
function chosen(texts: readonly string[], places: readonly number[]): readonly string[] {
  return places.length === texts.length && places.every((place, at) => place === at)
    ? texts
    : places.map((at) => texts[at]!)
}

function report({ onProgress, signal }: AlignOptions, share: number): void {
  signal?.throwIfAborted()
  onProgress?.(share)
}

/** A hard section in parts, each with its anchors as points of the rough path. */
function partsOf(section: Section, anchors: readonly Anchor[]): Part[] {
  return partAtAnchors(section, anchors).map((part) => ({ section: part, points: anchorPoints(part, anchors) }))
}

function anchorPoints({ zhFrom, zhTo, enFrom, enTo }: Section, anchors: readonly Anchor[]): Point[] {
  return anchors
    .filter(({ zh, en }) => zh >= zhFrom && zh < zhTo && en >= enFrom && en < enTo)
    .map(({ zh, en }) => ({ zh: zh - zhFrom + 0.5, en: en - enFrom + 0.5 }))
}

function beadOf({ zh, a, en, b, posterior }: Rung, { zhFrom, enFrom }: Section, { constants, types }: Model): Bead {
  return {
    zh: Array.from({ length: a }, (_, k) => zhFrom + zh + k),
    en: Array.from({ length: b }, (_, k) => enFrom + en + k),
    confidence:
      a * b === 0 ? calibratedAlone(posterior, constants, closeness(types)) : calibrated(posterior, constants),
  }
}
