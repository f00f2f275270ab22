/**
 * Finds the labels that open turns: a name or an outlet before a colon, on a line of its own ("Cover News:") or before the
 * speech ("王乐水：谢谢。"). Many lines end in a colon that open no turn ("For example:"), so the shape of a line is not enough:
 * it must say a role or an outlet, name somebody of the speaker list, or stand among labels that do.
 */
import type { Side } from '../text'
import { bareName, isChineseName, isEnglishName } from './names'
import type { Label, LabelRole, Piece } from './piece'

/** `end` is where the label's colon ends in the piece; `own`: nothing follows it. */
export type FoundLabel = Label & { end: number; own: boolean }

type Candidate = FoundLabel & { index: number; certain: boolean }

const EN_SHAPE = /^([^:：!?]{1,90}?)\s*[:：](?!\/\/|\d)/u
const ZH_SHAPE = /^([^：:，。！？；]{1,40}?)\s*[：:](?!\/\/|\d)/u
const EN_SMALL = /^(?:of|the|and|&|for|de|von|van|da|di|bin|al|la|at|on|in|from|with|-|–|\/)$/

const EN_HOST = /^(?:the )?(?:moderator|host|chair|chairman|chairwoman|chairperson|presenter|emcee|mc|facilitator)\b/i
const EN_ASKER =
  /^(?:q\d{0,2}|question(?: \d{1,2})?|reporters?|journalists?|correspondents?|media|the press|audience|questioner|unidentified (?:reporter|journalist|speaker))$/i
const EN_ANSWERER = /^(?:a\d{0,2}|answer(?: \d{1,2})?)$|(?:^|\s)(?:spokesperson|spokesman|spokeswoman)(?:\s|$)/i
const EN_OUTLET =
  /(?:^|\s)(?:News|Newspaper|TV|Television|Radio|Daily|Times|Post|Herald|Tribune|Press|Agency|Network|Magazine|Weekly|Journal|Media|Broadcasting|Gazette|Observer|Express|Telegraph|Guardian|Paper|Apps?|APP|Online|Channel|Bloomberg|Reuters|AFP|AP|CNN|BBC|CCTV|CGTN|CNR|CRI|CNBC|NBC|ABC|CBS|FT|WSJ|NHK|NPR|KBS|MBC|SBS|EFE|DPA|ANSA|PTI|RIA|RT|Kyodo|Yonhap|Xinhua|TASS|Sputnik|Yicai|Caixin|Station|Satellite|Review|Chronicle|Mail|Newswire|Globe|Weekly|Sina|Sohu|Netease|Tencent|iFeng|Phoenix|Jiji|Antara|Bernama|Shimbun|Reporter|Correspondent)(?:$|[\s,()/])|\.(?:cn|com|net|org|hk|tv)\b/i
const ZH_HOST = /^(?:主持人|主持|司仪|会议主持)|主持人$/u
const ZH_ASKER =
  /^(?:问题?[一二三四五六七八九十\d]{0,2}|提问|提问者|记者|媒体|观众|网友|现场记者|媒体记者|外国记者|Q\d{0,2})$/iu
const ZH_ANSWERER = /^(?:答[一二三四五六七八九十\d]{0,2}|回答|答复|A\d{0,2})$|发言人/iu
const ZH_OUTLET =
  /.(?:报|通讯社|新华社|中新社|法新社|共同社|电视台?|电台|广播|网|新闻|周刊|杂志|客户端|传媒|频道|融媒体?|在线|财经|财新|时报|视频|卫视|之声|观察|APP|App|记者|总台|社|台|TV)$|^(?:CGTN|CCTV|CNN|BBC|NHK|TVB|路透社?|法新|彭博社?|央视|澎湃|封面|界面|红星|凤凰|共同社|塔斯社|美联社|法新社|韩联社|新华社|中新社|第一财经|南方都市报)/iu

const EN_NEVER =
  /^(?:share|options?|notes?|examples?|for example|tags?|sources?|editors?|related|keywords?|key words|contents?|table of contents|warning|caution|important|tips?|hint|summary|introduction|conclusion|definitions?|speakers?|participants?|attendees|guests?|panelists?|date|time|place|venue|location|topic|theme|subject|title|contact|contacts|address|tel|telephone|phone|fax|e-?mail|website|url|follow us|read more|see also|updated|published|translated by|edited by|by|photos?|caption|abstract|references?|whereas|party [a-z]|parties|licensor|licensee|buyer|seller|background|overview|requirements?|usage|syntax|input|output|result|results|solution|problem|answer key|step \d+|article \d+.*|section \d+.*|chapter \d+.*|figure \d+.*|table \d+.*|appendix.*|annex.*|part .*|editor'?s note|further (?:reading|information)|more information|perspective|alternative|culture|vocabulary|in practice|going further|back to basics|tool|quick look|debian policy|community|security|documentation|package)$/i
const ZH_NEVER =
  /^(?:分享到?|来源|信息来源|时间|日期|发布时间|地点|编辑|责任编辑|责编|翻译|译者|校对|审校|审核|作者|主题|标题|题目|摘要|关键词|关键字|备?注|注意|提示|警告|例|例子|例如|比如|说明|电话|邮箱|地址|网址|官网|网站|互联网|联系方式|联系人|联系电话|附件?|附录|主办|承办|协办|出席|出席人员|嘉宾|发布人|参加人员|正文|导语|编者按|按语|背景|字号|标签|分类|目录|参考文献|甲方|乙方|丙方|丁方|当前位置|您的位置|相关链接|相关新闻|图片说明|摄影|摄像|监制|总监制|策划|统筹|文字|整理|记者按|直播|回放|下载|上一篇|下一篇|文化|词汇|观点|工具|社区|安全|文档|要点|摘录)$|(?:如下|包括|例如|比如|以下|下列|譬如|所示|的是|认为|指出|表示|强调|规定|条件|内容|要求|方法|步骤|命令|选项|方式|原因|问题是|目标是|信息|功能|的)$/u

const MOST_WORDS = 10
const LONGEST_ZH = 28
// A label before its speech is followed by at least this much.
const SHORTEST_SPEECH = 2
// What comes before two labels is a chance; a transcript has more.
const FEWEST = 2
// In a transcript somebody speaks for so many paragraphs on average at the most; a manual has a colon here and there.
const LONGEST_TURNS = 20

/** The labels among the pieces, by piece index. `listed` are the names of the speaker lists. */
export function findLabels(pieces: Piece[], side: Side, listed: ReadonlySet<string>): Map<number, FoundLabel> {
  const candidates = pieces.flatMap((piece, index) => {
    const candidate = readCandidate(piece, side, listed)
    return candidate ? [{ ...candidate, index }] : []
  })
  const known = new Set(candidates.filter(({ own, certain }) => own && certain).map(({ name }) => name))
  const times = countNames(candidates)
  const certain = candidates.filter(
    (each) => each.certain || known.has(each.name) || (isPersonal(each, side) && times.get(each.name)! > 1),
  )
  if (certain.length < FEWEST || new Set(certain.map(({ name }) => name)).size < FEWEST) return new Map()
  const isAccepted = new Set(certain)
  const accepted = candidates.filter((each) => isAccepted.has(each) || (each.own && joins(each, side)))
  const bodies = pieces.filter(({ text }) => text !== '').length
  if (accepted.length * LONGEST_TURNS < bodies) return new Map()
  return new Map(accepted.map(({ index, certain: _, ...label }) => [index, label]))
}

/** Among certain labels a line of its own with a colon is one too, if nothing speaks against it. */
function joins({ name, role }: Candidate, side: Side): boolean {
  if (role !== 'unknown') return true
  return side === 'zh' ? name.length <= 14 : name.split(' ').length <= 6
}

function countNames(candidates: Candidate[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { name } of candidates) times.set(name, (times.get(name) ?? 0) + 1)
  return times
}

function isPersonal({ role }: Candidate, _side: Side): boolean {
  return role === 'person'
}

function readCandidate(piece: Piece, side: Side, listed: ReadonlySet<string>): Omit<Candidate, 'index'> | null {
  if (piece.forced || piece.hint?.kind === 'furniture') return null
  const found = (side === 'zh' ? ZH_SHAPE : EN_SHAPE).exec(piece.text)
  if (!found) return null
  const name = found[1]!.trim()
  const rest = piece.text.slice(found[0].length).trim()
  const own = rest === ''
  const isListed = listed.has(bareName(name)) || [...listed].some((person) => name.endsWith(person))
  if (!isListed && !couldBeLabel(name, side)) return null
  const role = isListed ? 'person' : readRole(name, side)
  if (!own && !opensSpeech(rest, role, isListed, side)) return null
  return { name, role, own, end: found[0].length, certain: isCertain(role, own, isListed, name, side) }
}

function couldBeLabel(name: string, side: Side): boolean {
  if (side === 'zh') {
    return (
      name.length <= LONGEST_ZH &&
      /[\p{Script=Han}A-Za-z]/u.test(name) &&
      !/["“”《》、]/u.test(name) &&
      !ZH_NEVER.test(name)
    )
  }
  const words = name.split(/\s+/)
  return (
    words.length <= MOST_WORDS &&
    !EN_NEVER.test(name) &&
    !/[“”"]/u.test(name) &&
    words.every(
      (word, index) =>
        /^[(\p{Lu}\d]/u.test(word) || /\.(?:cn|com|net|org)$/.test(word) || (index > 0 && EN_SMALL.test(word)),
    )
  )
}

export function readRole(name: string, side: Side): LabelRole {
  if (side === 'zh') {
    if (ZH_HOST.test(name)) return 'host'
    if (ZH_ASKER.test(name)) return 'asker'
    if (ZH_ANSWERER.test(name)) return 'answerer'
    // 王报 is nobody's name, 张新闻 hardly: outlets of two characters do not exist.
    if (name.length > 2 && ZH_OUTLET.test(name)) return 'outlet'
    return isChineseName(bareName(name)) || endsInName(name) ? 'person' : 'unknown'
  }
  if (EN_HOST.test(name)) return 'host'
  if (EN_ASKER.test(name)) return 'asker'
  if (EN_ANSWERER.test(name)) return 'answerer'
  if (EN_OUTLET.test(name)) return 'outlet'
  return isEnglishName(name) ? 'person' : 'unknown'
}

// 公安部副部长 王乐水: a title, a space, a name.
function endsInName(name: string): boolean {
  const last = name.split(/[\s\u3000]+/u).at(-1)!
  return last !== name && isChineseName(last)
}

function opensSpeech(rest: string, role: LabelRole, isListed: boolean, side: Side): boolean {
  if (rest.length < SHORTEST_SPEECH) return false
  if (isListed || role === 'asker' || role === 'answerer' || role === 'host') return true
  // "Raid Level : raid5" and "高度：100" name no one; people speak in sentences.
  if (role === 'person') return side === 'zh' ? /[。！？?!]/u.test(rest) : /[.?!…]["”’)]*$/.test(rest)
  // 封面新闻：请问……: an outlet asks.
  return (
    role === 'outlet' &&
    (side === 'zh' ? /[？?。]/u.test(rest) && rest.length > 9 : /[?.]/.test(rest) && rest.length > 30)
  )
}

function isCertain(role: LabelRole, own: boolean, isListed: boolean, name: string, side: Side): boolean {
  if (isListed || role === 'host' || role === 'asker' || role === 'answerer' || role === 'outlet') return true
  if (role !== 'person' || !own) return false
  return side === 'zh' || name.split(' ').length <= 3
}
