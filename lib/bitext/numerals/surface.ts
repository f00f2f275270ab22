/**
 * Brings the many ways to write one character to one, without moving any position:
 * full-width digits and signs, traditional numerals, unusual spaces, and web addresses blanked out.
 */

const TRADITIONAL: Record<string, string> = {
  億: '亿',
  萬: '万',
  兩: '两',
  點: '点',
  幾: '几',
  餘: '余',
  數: '数',
  約: '约',
  過: '过',
  達: '达',
  將: '将',
  個: '个',
  歲: '岁',
  週: '周',
  時: '时',
  間: '间',
  圓: '元',
  鎊: '镑',
  貳: '贰',
  參: '叁',
  陸: '陆',
  佰: '百',
  仟: '千',
  拾: '十',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  ㄧ: '一',
  '○': '〇',
  '◯': '〇',
  歐: '欧',
  韓: '韩',
  畝: '亩',
  噸: '吨',
  趟: '趟',
  屆: '届',
  號: '号',
  紀: '纪',
  來: '来',
  餐: '餐',
  翻: '翻',
}

const FULL_WIDTH = /[\uFF05\uFF0B\uFF0D\uFF0E\uFF0F\uFF10-\uFF1A\uFF04\uFF21-\uFF3A\uFF41-\uFF5A\uFF5E]/g
// ９００，０００ is one number; 100，200 are two.
const FULL_WIDTH_COMMA = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\r\n]/g
// Written out numbers of cheques (壹贰叁…) are digits only where several stand together: 陆 alone is land, 伍 a troop.
const FORMAL = /[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬万億亿]{2,}/g
const VARIANTS = /[億萬兩點幾餘數約過達將個歲週時間圓鎊ㄧ○◯歐韓畝噸屆號紀來]/g
const ADDRESSES = /(?:https?:\/\/|www\.)[^\s"'<>，。；、）】》”’]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/gi

function spell(character: string): string {
  return TRADITIONAL[character] ?? character
}

function blankAddresses(text: string): string {
  if (!text.includes('@') && !text.includes('://') && !/www\./i.test(text)) return text
  return text.replace(ADDRESSES, (address) => ' '.repeat(address.length))
}

function plainSigns(text: string): string {
  return blankAddresses(text)
    .replace(FULL_WIDTH_COMMA, ',')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .replace(/[‐‑]/g, '-')
    .replace(/￥/g, '¥')
    .replace(/％/g, '%')
}

/** Same length as `text`, character for character. */
export function chineseSurface(text: string): string {
  return plainSigns(text)
    .replace(FORMAL, (run) => Array.from(run, spell).join(''))
    .replace(VARIANTS, spell)
}

/** Same length as `text`, lower case. */
export function englishSurface(text: string): string {
  // String.toLowerCase may lengthen a text (İ); letters outside ASCII matter to no number.
  return plainSigns(text)
    .replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
    .replace(/[’‘]/g, "'")
}
