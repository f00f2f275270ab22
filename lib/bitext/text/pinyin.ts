/** Whether a word is Chinese in Hanyu Pinyin without tones ("hukou", "Yangtze" is not): it divides into syllables of the standard table. */
const INITIALS = 'b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w'
const FINALS =
  'iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|üan|van|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|üe|a|o|e|i|u|ü|v'
const SYLLABLE = `(?:(?:${INITIALS})(?:${FINALS})|ang|eng|ai|ei|ao|ou|an|en|er|a|o|e)`
const WORD = new RegExp(`^(?:${SYLLABLE}['’]?){1,6}$`, 'i')
const LONGEST = 30

export function isPinyin(word: string): boolean {
  return word.length <= LONGEST && WORD.test(word)
}
