/**
 * Offices and bodies by their usual forms in both languages. `ranks` say which English words may stand for a Chinese office; `bodies` are the departments
 * of state, of which only one can be meant. What stands in neither table is not judged.
 */

const RANKS: readonly [zh: RegExp, en: RegExp][] = [
  [/(?:部长|部長)(?!助理)/, /\bministers?\b|\bhead\b|\bdirector\b/i],
  [/部长助理/, /\bassistant minister\b|\bassistant to the minister\b/i],
  [/司长/, /\bdirector[- ]general\b|\bdirector\b|\bhead\b/i],
  [/局长/, /\bdirector[- ]general\b|\bdirector\b|\bhead\b|\bcommissioner\b|\bchief\b|\badministrator\b/i],
  [/厅长/, /\bdirector[- ]general\b|\bdirector\b|\bhead\b/i],
  [/处长/, /\bdirector\b|\bhead\b|\bchief\b/i],
  [/署长/, /\bcommissioner\b|\bdirector[- ]general\b|\bauditor[- ]general\b|\badministrator\b|\bhead\b/i],
  [/市长/, /\bmayor\b/i],
  [/省长/, /\bgovernor\b/i],
  [/自治区主席/, /\bchair(?:man|woman|person)?\b|\bgovernor\b/i],
  [/总工程师/, /\bchief engineer\b/i],
  [/总经济师/, /\bchief economist\b/i],
  [/总统计师/, /\bchief statistician\b/i],
  [/总会计师/, /\bchief accountant\b|\bchief financial officer\b|\bcfo\b/i],
  [/发言人/, /\bspokes(?:person|man|woman)\b/i],
  [/书记(?!员|处)/, /\bsecretary\b/i],
  [/检察长/, /\bprocurator[- ]general\b|\bprosecutor[- ]general\b|\bchief procurator\b/i],
  [/(?:法院|最高法)院长/, /\bpresident\b|\bchief justice\b/i],
  [/大使/, /\bambassador\b/i],
  [/行长/, /\bgovernor\b|\bpresident\b/i],
  [/总经理/, /\bgeneral manager\b|\bpresident\b|\bmanaging director\b|\bceo\b/i],
  [/董事长/, /\bchair(?:man|woman|person)?\b/i],
]

const DEPUTY_ZH = /副(?!本|产|业)/
const DEPUTY_EN = /\b(?:vice|deputy|associate|assistant)\b/i

// Where the Chinese names one of them, the English may not name another.
const BODIES: readonly [zh: RegExp, en: RegExp][] = [
  [/公安部/, /\bministry of public security\b|\bminister of public security\b|\bMPS\b/i],
  [/司法部/, /\bministry of justice\b|\bminister of justice\b|\bMOJ\b/i],
  [/外交部/, /\bministry of foreign affairs\b|\bforeign minist|\bminister of foreign affairs\b|\bMFA\b/i],
  [/国防部/, /\b(?:ministry|minister) of national defen[cs]e\b|\bdefen[cs]e minist/i],
  [/教育部/, /\b(?:ministry|minister) of education\b|\bMOE\b/i],
  [/科技部|科学技术部/, /\b(?:ministry|minister) of science and technology\b|\bMOST\b/],
  [/工业和信息化部|工信部/, /\b(?:ministry|minister) of industry and information technology\b|\bMIIT\b/i],
  [/国家安全部|国安部/, /\b(?:ministry|minister) of state security\b|\bMSS\b/i],
  [/民政部/, /\b(?:ministry|minister) of civil affairs\b|\bMCA\b/i],
  [/财政部/, /\b(?:ministry|minister) of finance\b|\bfinance minist|\bMOF\b/i],
  [/人力资源和社会保障部|人社部/, /\b(?:ministry|minister) of human resources and social security\b|\bMOHRSS\b/i],
  [/自然资源部/, /\b(?:ministry|minister) of natural resources\b|\bMNR\b/i],
  [/生态环境部/, /\b(?:ministry|minister) of ecology and environment\b|\bMEE\b/i],
  [/住房和城乡建设部|住建部/, /\b(?:ministry|minister) of housing and urban[- ]rural development\b|\bMOHURD\b/i],
  [/交通运输部/, /\b(?:ministry|minister) of transport\b|\btransport minist|\bMOT\b/i],
  [/水利部/, /\b(?:ministry|minister) of water resources\b|\bMWR\b/i],
  [/农业农村部/, /\b(?:ministry|minister) of agriculture and rural affairs\b|\bMARA\b/i],
  [/商务部/, /\b(?:ministry|minister) of commerce\b|\bcommerce minist|\bMOFCOM\b/i],
  [/文化和旅游部|文旅部/, /\b(?:ministry|minister) of culture and tourism\b|\bMCT\b/i],
  [/应急管理部/, /\b(?:ministry|minister) of emergency management\b|\bMEM\b/i],
  [/审计署/, /\bnational audit office\b|\bauditor[- ]general\b/i],
  [/国家卫生健康委|国家卫健委/, /\bnational health commission\b|\bNHC\b/i],
  [/国家发展和改革委|国家发展改革委|国家发改委/, /\bnational development and reform commission\b|\bNDRC\b/i],
  [/国家统计局/, /\bnational bureau of statistics\b|\bNBS\b/i],
  [/国家市场监督管理总局|市场监管总局/, /\bstate administration for market regulation\b|\bSAMR\b/i],
  [/国家税务总局|税务总局/, /\bstate taxation administration\b|\bSTA\b/],
  [/海关总署/, /\bgeneral administration of customs\b|\bGACC?\b/],
  [/国家移民管理局/, /\bnational immigration administration\b|\bNIA\b/],
  [/最高人民法院|最高法/, /\bsupreme people['’]s court\b|\bSPC\b/i],
  [/最高人民检察院|最高检/, /\bsupreme people['’]s procuratorate\b|\bSPP\b/i],
  [/中国人民银行/, /\bpeople['’]s bank of china\b|\bPBO?C\b|\bcentral bank\b/i],
  [/国务院新闻办公室|国务院新闻办|国新办/, /\bstate council information office\b|\bSCIO\b/i],
]

export type TitleDifference = 'body' | 'rank' | 'deputy'

/** In what an English title differs from a Chinese one, as far as the tables know; null where they agree or nothing is known. */
export function titleDifference(zh: string, en: string): TitleDifference | null {
  const body = BODIES.find(([chinese]) => chinese.test(zh))
  if (body && !body[1].test(en) && BODIES.some(([chinese, english]) => !chinese.test(zh) && english.test(en)))
    return 'body'
  const ranks = RANKS.filter(([chinese]) => chinese.test(zh))
  const known = ranks.some(([, english]) => english.test(en))
  // 副部长兼国家移民管理局局长 has an office with and one without 副: such a title is not judged.
  if (
    ranks.length === 1 &&
    known &&
    DEPUTY_ZH.test(zh) !== DEPUTY_EN.test(en) &&
    !/assistant/i.test(en) &&
    !/[、兼]/.test(zh)
  )
    return 'deputy'
  if (ranks.length === 1 && !known && RANKS.some(([, english]) => english.test(en)) && !/[、兼]/.test(zh)) return 'rank'
  return null
}
