/** What a person's name looks like in either language. */

// The surnames of well over nine in ten Chinese (after the Ministry of Public Security's yearly name reports), and compound ones.
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺闻张陳劉楊趙黃吳許鄭謝馮蕭鄧呂蘇盧蔣賈葉閻餘鍾譚鄒陸錢湯賴龔龐蘭顏倪嚴蘆魯韋聶叢齊莊塗時關費紀陽衛單閔華車邊饒寧喬'
const COMPOUND =
  '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|歐陽|諸葛|司馬'

/** A Chinese name as a pattern's source: a surname with one or two characters, perhaps spaced, or a transcribed name with ·. */
export const CHINESE_NAME = `(?:(?:${COMPOUND})\\p{Script=Han}{1,2}|[${SURNAMES}](?:\\p{Script=Han}{1,2}|[ \\u3000]+\\p{Script=Han})|\\p{Script=Han}{1,8}[·•・]\\p{Script=Han}{1,8}(?:[·•・]\\p{Script=Han}{1,8})?)`

/** Two to four capitalised words, with initials and hyphens: "Wang Leshui", "J. R. Smith", "Ouyang Ming-hua". */
export const ENGLISH_NAME =
  "(?:(?:\\p{Lu}[\\p{L}'’.-]*)(?: (?:(?:de|van|von|der|bin|al|da|di|la) )?\\p{Lu}[\\p{L}'’.-]*){1,3})"

export const HONORIFIC =
  '(?:(?:Mr|Ms|Mrs|Dr|Prof|H\\.E|Amb|Gen|Col|Miss|Madam|Madame|Professor|Ambassador|Minister)\\.? )'

const WHOLE_CHINESE = new RegExp(`^${CHINESE_NAME}$`, 'u')
const WHOLE_ENGLISH = new RegExp(`^${HONORIFIC}?${ENGLISH_NAME}$`, 'u')

export function isChineseName(text: string): boolean {
  return WHOLE_CHINESE.test(text)
}

export function isEnglishName(text: string): boolean {
  return WHOLE_ENGLISH.test(text) && !text.startsWith('The ')
}

/** The name without what may stand around it: honorifics, spaces within. */
export function bareName(name: string): string {
  return name
    .replace(new RegExp(`^${HONORIFIC}+`, 'u'), '')
    .replace(/(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, '')
    .replace(/(?:先生|女士|同志|博士|教授)$/u, '')
    .trim()
}
