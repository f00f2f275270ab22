/**
 * Units of measure and currencies by their names in both languages.
 * `dimension` says what may be compared, `size` is the unit in the dimension's base. Units of different dimensions are never converted.
 * Chinese market units follow the state definition of 1959 (1 斤 = 0.5 kg, 1 亩 = 1/15 ha, 1 里 = 0.5 km).
 */

export type Dimension =
  | 'money'
  | 'time'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'power'
  | 'energy'
  | 'data'
  | 'temperature'
  | 'age'
  | 'people'
  | 'visits'
  | 'occasions'
  | 'part'

export type Unit = {
  id: string
  dimension: Dimension
  size: number
  zh: readonly string[]
  en: readonly string[]
  /** The word means other things too (分, 点, pound): never a reason to report. */
  vague?: boolean
}

type Row = [id: string, dimension: Dimension, size: number, zh: string, en: string, vague?: 'vague']

// Durations are compared in days. A month is a twelfth of a year, so that 12 months and one year agree.
const YEAR = 365.25

const ROWS: readonly Row[] = [
  ['CNY', 'money', 1, '元人民币|元|块钱|圆', 'yuan|yuan renminbi|yuan rmb|rmb|renminbi|cny|rmb yuan'],
  ['USD', 'money', 1, '美元|美金', 'us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|usd|us$'],
  ['dollar', 'money', 1, '', 'dollars|dollar|bucks', 'vague'],
  ['HKD', 'money', 1, '港元|港币|港幣', 'hong kong dollars|hong kong dollar|hk dollars|hkd'],
  ['EUR', 'money', 1, '欧元|歐元', 'euros|euro|eur'],
  ['GBP', 'money', 1, '英镑', 'pounds sterling|sterling|gbp|british pounds'],
  ['pound', 'money', 1, '', 'pounds|pound', 'vague'],
  ['JPY', 'money', 1, '日元|日圆', 'japanese yen|yen|jpy'],
  ['KRW', 'money', 1, '韩元', 'korean won|south korean won|krw'],
  ['RUB', 'money', 1, '卢布', 'rubles|roubles|ruble|rouble|rub'],
  ['INR', 'money', 1, '卢比', 'rupees|rupee|inr'],
  ['CAD', 'money', 1, '加元|加拿大元', 'canadian dollars|canadian dollar|cad'],
  ['AUD', 'money', 1, '澳元|澳大利亚元|澳币', 'australian dollars|australian dollar|aud'],
  ['NZD', 'money', 1, '新西兰元|纽元', 'new zealand dollars|nzd'],
  ['SGD', 'money', 1, '新加坡元|新元|新币', 'singapore dollars|sgd'],
  ['TWD', 'money', 1, '新台币|台币', 'new taiwan dollars|twd'],
  ['MOP', 'money', 1, '澳门元|澳门币', 'patacas|mop'],
  ['CHF', 'money', 1, '瑞士法郎', 'swiss francs|chf'],
  ['franc', 'money', 1, '法郎', 'francs|franc', 'vague'],
  ['THB', 'money', 1, '泰铢', 'baht|thb'],
  ['peso', 'money', 1, '比索', 'pesos|peso', 'vague'],
  ['BRL', 'money', 1, '雷亚尔', 'reais|brl'],
  ['TRY', 'money', 1, '土耳其里拉|里拉', 'turkish lira|lira|liras'],
  ['ZAR', 'money', 1, '兰特', 'rand|zar'],
  ['fen', 'money', 0.01, '', 'cents|cent|pence', 'vague'],

  ['millennium', 'time', 1000 * YEAR, '', 'millennia'],
  ['century', 'time', 100 * YEAR, '世纪', 'centuries|century'],
  ['decade', 'time', 10 * YEAR, '', 'decades|decade'],
  ['year', 'time', YEAR, '周年|年', 'years|year|yrs|yr|anniversary'],
  ['quarter', 'time', YEAR / 4, '季度', 'quarters'],
  ['month', 'time', YEAR / 12, '个月|月', 'months|month'],
  ['week', 'time', 7, '星期|礼拜|周', 'weeks|week'],
  ['fortnight', 'time', 14, '', 'fortnight'],
  ['day', 'time', 1, '天|日|昼夜', 'days|day'],
  // Five of them make a week.
  ['workday', 'time', 7 / 5, '工作日', 'working days|working day|business days|business day|workdays|workday'],
  ['hour', 'time', 1 / 24, '小时|钟头', 'hours|hour|hrs|hr'],
  ['minute', 'time', 1 / 1440, '分钟', 'minutes|minute|mins|min'],
  ['minute?', 'time', 1 / 1440, '分', '', 'vague'],
  ['second', 'time', 1 / 86400, '秒钟|秒', 'seconds|secs|sec'],
  ['millisecond', 'time', 1e-3 / 86400, '毫秒', 'milliseconds|millisecond|ms'],

  ['km', 'length', 1000, '公里|千米', 'kilometers|kilometres|kilometer|kilometre|km|kms'],
  ['m', 'length', 1, '公尺|米', 'meters|metres|meter|metre'],
  ['cm', 'length', 0.01, '厘米|公分', 'centimeters|centimetres|centimeter|centimetre|cm'],
  ['mm', 'length', 0.001, '毫米', 'millimeters|millimetres|millimeter|millimetre|mm'],
  ['nm', 'length', 1e-9, '纳米', 'nanometers|nanometres|nanometer|nanometre|nm'],
  ['um', 'length', 1e-6, '微米', 'micrometers|micrometres|microns|micron'],
  ['nautical-mile', 'length', 1852, '海里', 'nautical miles|nautical mile'],
  ['mile', 'length', 1609.344, '英里', 'miles|mile'],
  ['yard', 'length', 0.9144, '码', 'yards|yard', 'vague'],
  ['foot', 'length', 0.3048, '英尺|呎', 'feet|foot|ft'],
  ['inch', 'length', 0.0254, '英寸|吋', 'inches|inch'],
  ['li', 'length', 500, '华里|里', 'li', 'vague'],

  [
    'km2',
    'area',
    1e6,
    '平方公里|平方千米',
    'square kilometers|square kilometres|square kilometer|square kilometre|sq km|km2|km²',
  ],
  ['m2', 'area', 1, '平方米|平米', 'square meters|square metres|square meter|square metre|sq m|m2|m²'],
  ['mile2', 'area', 2589988.11, '平方英里', 'square miles|square mile'],
  ['foot2', 'area', 0.09290304, '平方英尺', 'square feet|square foot|sq ft'],
  ['ha', 'area', 1e4, '公顷', 'hectares|hectare|ha'],
  ['acre', 'area', 4046.8564, '英亩', 'acres|acre'],
  ['mu', 'area', 1e4 / 15, '亩|畝', 'mu'],

  ['m3', 'volume', 1, '立方米', 'cubic meters|cubic metres|cubic meter|cubic metre|m3|m³'],
  ['foot3', 'volume', 0.0283168, '立方英尺', 'cubic feet|cubic foot'],
  ['l', 'volume', 0.001, '公升|升', 'liters|litres|liter|litre', 'vague'],
  ['ml', 'volume', 1e-6, '毫升', 'milliliters|millilitres|milliliter|millilitre|ml'],
  ['barrel', 'volume', 0.158987, '桶', 'barrels|barrel', 'vague'],
  ['gallon', 'volume', 0.00378541, '加仑', 'gallons|gallon'],

  ['t', 'mass', 1000, '公吨|吨', 'metric tons|metric tonnes|metric ton|tonnes|tons|tonne|ton'],
  ['kg', 'mass', 1, '公斤|千克', 'kilograms|kilogrammes|kilogram|kilos|kilo|kgs|kg'],
  ['jin', 'mass', 0.5, '市斤|斤', 'jin|catties|catty'],
  ['liang', 'mass', 0.05, '', 'taels|tael'],
  ['g', 'mass', 0.001, '克', 'grams|grammes|gram|gramme'],
  ['mg', 'mass', 1e-6, '毫克', 'milligrams|milligram|mg'],
  ['lb', 'mass', 0.45359237, '磅', 'lbs|lb', 'vague'],
  ['oz', 'mass', 0.0283495, '盎司', 'ounces|ounce|oz'],
  ['carat', 'mass', 0.0002, '克拉', 'carats|carat'],

  ['GW', 'power', 1e9, '吉瓦', 'gigawatts|gigawatt|gw'],
  ['MW', 'power', 1e6, '兆瓦', 'megawatts|megawatt|mw'],
  ['kW', 'power', 1e3, '千瓦', 'kilowatts|kilowatt|kw'],
  ['W', 'power', 1, '瓦特|瓦', 'watts|watt', 'vague'],
  ['kWh', 'energy', 1, '千瓦时|度电', 'kilowatt-hours|kilowatt hours|kilowatt-hour|kwh'],
  ['Wh', 'energy', 0.001, '瓦时', 'watt-hours|watt hours|wh'],
  ['TWh', 'energy', 1e9, '太瓦时', 'terawatt-hours|twh'],

  ['TB', 'data', 1e12, '太字节', 'terabytes|terabyte|tb'],
  ['GB', 'data', 1e9, '吉字节|千兆字节', 'gigabytes|gigabyte|gb'],
  ['MB', 'data', 1e6, '兆字节', 'megabytes|megabyte|mb'],
  ['kB', 'data', 1e3, '千字节', 'kilobytes|kilobyte|kb'],
  ['byte', 'data', 1, '字节', 'bytes|byte'],

  [
    'degree',
    'temperature',
    1,
    '摄氏度|华氏度|℃|°C|°F|度',
    'degrees|degrees celsius|degrees fahrenheit|degree|℃|°c|°f',
    'vague',
  ],
  ['age', 'age', YEAR, '周岁|岁', 'years of age|years old|year old|year-old|year-olds|years-old'],
  // 人次 counts visits, 人 the visitors.
  ['person', 'people', 1, '人', 'people|persons|person'],
  ['person-times', 'visits', 1, '人次', 'person-times|person times|visits|passenger trips|visitor trips|trips'],
  ['household', 'part', 1, '户', 'households|household|families', 'vague'],
  ['times', 'occasions', 1, '人次|次', 'times', 'vague'],
]

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  ROWS.map(([id, dimension, size, zh, en, vague]) => [
    id,
    {
      id,
      dimension,
      size,
      zh: zh.split('|').filter(Boolean),
      en: en.split('|').filter(Boolean),
      vague: vague !== undefined,
    },
  ]),
)

/** Names of one language, longest first, so that 平方公里 is not read as 平方 and 公里. */
function namesOf(side: 'zh' | 'en'): [string, Unit][] {
  const names = [...UNITS.values()].flatMap((unit) => unit[side].map((name): [string, Unit] => [name, unit]))
  return names.sort(([a], [b]) => b.length - a.length)
}

/** Names by their first character: a text position is tried against a handful of names only. */
function byFirstCharacter(names: [string, Unit][]): Map<string, [string, Unit][]> {
  const index = new Map<string, [string, Unit][]>()
  for (const entry of names) {
    const first = entry[0][0] as string
    const list = index.get(first)
    if (list) list.push(entry)
    else index.set(first, [entry])
  }
  return index
}

const INDEX = { zh: byFirstCharacter(namesOf('zh')), en: byFirstCharacter(namesOf('en')) }

/** The unit whose name stands at `at`, with the position after it. English text must be lower case. */
export function unitAt(text: string, at: number, side: 'zh' | 'en'): { unit: Unit; to: number } | null {
  for (const [name, unit] of INDEX[side].get(text[at] ?? '') ?? []) {
    if (!text.startsWith(name, at)) continue
    const to = at + name.length
    if (side === 'en' && /[a-z0-9]/.test(text[to] ?? '')) continue
    return { unit, to }
  }
  return null
}

/** What a number with this unit is; people are counted, not measured. */
export function kindOf(unit: Unit | undefined): 'cardinal' | 'currency' | 'measure' {
  if (unit === undefined || unit.dimension === 'people') return 'cardinal'
  return unit.dimension === 'money' ? 'currency' : 'measure'
}

/** Whether the two units may stand for each other, seen without their values. */
export function comparable(a: string, b: string): boolean {
  const [left, right] = [UNITS.get(a), UNITS.get(b)]
  if (!left || !right) return true
  if (left.dimension === right.dimension) return left.dimension !== 'money' || sameMoney(left, right)
  return left.vague === true || right.vague === true || isTimeAndAge(left, right)
}

// "$" alone is any dollar, "pound" is sterling or the weight.
const DOLLARS = new Set(['USD', 'dollar', 'HKD', 'CAD', 'AUD', 'NZD', 'SGD', 'TWD'])

function sameMoney(a: Unit, b: Unit): boolean {
  if (a.id === b.id) return true
  const ids = [a.id, b.id]
  if (ids.includes('dollar')) return ids.every((id) => DOLLARS.has(id))
  if (ids.includes('pound')) return ids.includes('GBP')
  return ids.includes('franc') ? ids.includes('CHF') : ids.includes('fen')
}

function isTimeAndAge(a: Unit, b: Unit): boolean {
  return (a.dimension === 'age' && b.dimension === 'time') || (a.dimension === 'time' && b.dimension === 'age')
}

/** How many of `b` one `a` is, or null where they cannot be converted. */
export function ratio(a: string, b: string): number | null {
  const [left, right] = [UNITS.get(a), UNITS.get(b)]
  if (!left || !right) return null
  if (left.dimension !== right.dimension && !isTimeAndAge(left, right)) return null
  return left.size / right.size
}
