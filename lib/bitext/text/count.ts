/**
 * Counts a text in the unit of its language: Chinese in characters, English in words.
 * As in Word's own count: in Chinese each Han character is one and each run of Latin letters or digits is one; punctuation counts in neither.
 */
import type { Side } from './side'

const ENGLISH_WORD = /[\p{L}\p{N}]+(?:['’‐‑\-.,/&·@:_][\p{L}\p{N}]+)*/gu
const CHINESE_UNIT = /[\p{Script=Han}々〇]|[\p{Script=Latin}\p{N}]+(?:[.,%‰'’\-·][\p{Script=Latin}\p{N}]+)*/gu

export function countWords(text: string, side: Side): number {
  return text.match(side === 'zh' ? CHINESE_UNIT : ENGLISH_WORD)?.length ?? 0
}
