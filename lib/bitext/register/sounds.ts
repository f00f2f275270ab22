/**
 * Chinese personal names and their spellings in Hanyu Pinyin: 王乐水 is "Wang Leshui", "Leshui Wang", "Wang Le-shui"; 吕 is Lü, Lv, Lu and Lyu;
 * characters with several readings (单 shan, dan) may be spelled by any of them. Spellings of other systems (Chiang, Lee) are not known here.
 */
import { pinyin } from 'pinyin-pro'

const COMPOUND =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|歐陽|諸葛|司馬)/

// Readings that a character has as a family name, and that general dictionaries give late or not at all.
const FAMILY_READINGS: Record<string, string> = {
  单: 'shan',
  解: 'xie',
  仇: 'qiu',
  曾: 'zeng',
  查: 'zha',
  区: 'ou',
  朴: 'piao',
  任: 'ren',
  华: 'hua',
  盖: 'ge',
  翟: 'zhai',
  乐: 'yue',
  尉迟: 'yuchi',
  万俟: 'moqi',
  宓: 'fu',
  缪: 'miao',
  秘: 'bi',
  繁: 'po',
  员: 'yun',
  召: 'shao',
}

export type NameParts = { family: string; given: string }

export function partsOfName(name: string): NameParts {
  const length = COMPOUND.test(name) && name.length > 2 ? 2 : 1
  return { family: name.slice(0, length), given: name.slice(length) }
}

const READINGS = new Map<string, readonly string[]>()

/** Toneless readings of a character; ü also as v, u and yu. */
function readingsOf(character: string): readonly string[] {
  const known = READINGS.get(character)
  if (known) return known
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
  const found = [...new Set(all.flatMap(spellings))]
  READINGS.set(character, found)
  return found
}

function spellings(reading: string): string[] {
  const plain = reading.toLowerCase()
  return plain.includes('v') ? [plain, plain.replace('v', 'u'), plain.replace('v', 'yu')] : [plain]
}

function soundsOf(characters: string): string[] {
  const own = FAMILY_READINGS[characters]
  const joined = [...characters].reduce<string[]>(
    (sounds, character) => sounds.flatMap((sound) => readingsOf(character).map((reading) => sound + reading)),
    [''],
  )
  return own ? [own, ...joined] : joined
}

/** Letters only, lower case, without tone marks; ü is v. */
export function lettersOf(english: string): string {
  return english
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
}

/** Whether the English words spell the Chinese name, family name first or last. */
export function spells(chinese: string, english: string): boolean {
  return standardSpellings(chinese).all.has(lettersOf(english))
}

/** "Wang Leshui", and all that spells the same name. */
export function standardSpellings(chinese: string): {
  said: string
  families: ReadonlySet<string>
  all: ReadonlySet<string>
} {
  const { family, given } = partsOfName(chinese)
  const [families, others] = [soundsOf(family), soundsOf(given)]
  const all = new Set(families.flatMap((one) => others.flatMap((other) => [one + other, other + one])))
  const said = `${capital(families[0] ?? '')} ${capital(others[0] ?? '')}`.trim()
  return { said, families: new Set(families), all }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
