/** Headings: by their mark (Article 5, 第五条, Chapter 1, 一、) or by being a short line with no stop before a longer one. */
import type { Side } from '../text'

const STOPPED = /[.!?。！？；;,，、:：…]["”’')）」』\]]*$/u
const EN_MARKED =
  /^(?:Chapter|Article|Section|Part|Appendix|Annex|Schedule|Title|Book|Volume|Preamble|Preface|Foreword|Introduction|Table of Contents|CHAPTER|ARTICLE|SECTION|PART|APPENDIX|ANNEX|SCHEDULE)(?:\s+(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,8}|[A-Z])\b\.?(?:\s*[-–—:.]?\s*.{0,110})?)?$/u
const ZH_MARKED =
  /^(?:第\s?[\d０-９一二三四五六七八九十百零〇]{1,6}\s?[章节编部分条款篇](?:[\s　:：.．]{1,4}.{0,40}|之[一二三四五六七八九十]{1,2})?|序言|前言|序|引言|导言|附录.{0,30}|附件.{0,30}|附则|总则|目录|结语|结束语|后记)$/u
// 一、总则 · （一）范围 · 1. Definitions · 1.1. What is this FAQ?
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:\.\d{1,3}){0,4}[.．、]?\s)\s*\S/u

const MOST = { zh: 30, en: 90 } as const
const MOST_NUMBERED = { zh: 40, en: 110 } as const
const MOST_WORDS = 16

/** Numbered items of one depth in a row are a list, whatever their length: "3.5 …" and "3.6 …" are, "12.1. …" and "12.1.1. …" are not. */
export function numberDepth(text: string): string | null {
  const mark = NUMBERED.exec(text)?.[0]
  return mark
    ? mark
        .replace(/\S$/u, '')
        .replace(/[\d一二三四五六七八九十]+/gu, '1')
        .trim()
    : null
}

/** Its mark says that it is a heading. */
export function isMarkedHeading(text: string, side: Side): boolean {
  if (text.length > 140) return false
  if (EN_MARKED.test(text) || ZH_MARKED.test(text)) return !/[。；;]$/u.test(text)
  return (
    NUMBERED.test(text) &&
    text.length <= MOST_NUMBERED[side] &&
    !/[。！；;,，.!:：、…]$/u.test(text) &&
    !hasClauses(text)
  )
}

/** Numbered items of a list are long or hold clauses; "1. Grant of Copyright License" does not. */
function hasClauses(text: string): boolean {
  const body = text.replace(NUMBERED, 'x')
  return (
    /[，；。]|[;]|, (?:and|or|which|that|to|in|by) /u.test(body) ||
    (/\p{Ll}/u.test(body) && body.split(/\s+/).length > MOST_WORDS)
  )
}

/** A short line without a stop. Whether it is a heading its neighbours must say. */
export function looksLikeHeading(text: string, side: Side): boolean {
  if (text.length > MOST[side] || STOPPED.test(text)) return false
  if (side === 'zh') return /\p{Script=Han}/u.test(text) && !/[，。；]/u.test(text)
  return /^[^\p{L}]{0,4}[\p{Lu}\p{Nd}]/u.test(text) && text.split(/\s+/).length <= MOST_WORDS
}

export function endsWithStop(text: string): boolean {
  return STOPPED.test(text)
}
