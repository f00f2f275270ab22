/** Lines under pictures: "/6    Wang Leshui" of a gallery, "Photo: …", 图为……, （新华社记者 某某 摄）. */

const PATTERNS: readonly RegExp[] = [
  // A gallery's counter before the caption: "/6  Group Photo", "3/12 Delegates".
  /^\d{0,3}\s?\/\s?\d{1,3}[\s.、:：]+\S.{0,200}$/u,
  /^(?:Photo|Photos|Picture|Image|Caption|File photo|Photo caption)(?:\s*\d{0,3}\s*(?:by|:|：|shows|taken|\|).{0,300})$/iu,
  /^(?:This|The|A|An)(?: (?:undated|file|aerial|combo|recent))* (?:photo|picture|image|photograph)(?: (?:taken|provided|released|shot))?[^.]{0,80}(?:shows?|taken|by)\b.{0,300}$/iu,
  /^.{0,300}[[(（【](?:Photo|Picture|Image|File photo|Xinhua\/|Photo\/|VCG)[^)）\]】]{0,80}[)）\]】]$/iu,
  /^[(（【[]?(?:图为|图片为|上图|下图|图片说明|图片来源|图说|资料图|配图|图[一二三四五六七八九十]|图\s?\d{1,3}(?:[.．-]\d{1,3})?[\s:：、.．]).{0,200}$/u,
  /^.{0,200}(?:摄|摄影|供图|制图)[)）】\]]?$/u,
  /^(?:Figure|Fig\.|Chart|Exhibit) \d{1,3}(?:[.-]\d{1,3})?[.:]? .{1,200}$/u,
  /^(?:Group photo|合影)$/iu,
]

const LONGEST = 400

export function isCaption(text: string): boolean {
  if (text.length > LONGEST) return false
  if (/摄影?[)）】\]]?$|供图[)）】\]]?$|制图[)）】\]]?$/u.test(text)) return /[(（【[].{0,40}$|记者|通讯员/u.test(text)
  return PATTERNS.some((pattern) => pattern.test(text))
}
