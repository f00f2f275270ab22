/** Chinese words that hold the characters of numbers and say none, and words that say a number without them. */

// Only words that would otherwise be read wrongly; 一 alone is never missed, so 一些, 一定 and their like need no place here.
const NOT_NUMBERS = `
  五颜六色 千载难逢 五光十色 五花八门 三三两两 百折不挠 千姿百态 万无一失 一言九鼎 三番五次
  万一 千万别 万能 万物 万事 万岁 万象 万科 千方百计 百姓 百货 百度 百科 百分点 千瓦 千克
  千米 千字节 百家争鸣 十分 十足 十字 四川 四处 四周 四肢 四季 三角 三明 三亚 三峡 三星
  三文 五金 五行 六安 七夕 八卦 九江 九寨沟 两岸 两旁 两侧 两会 三农 二维 二手 二氧化 三维
  一带一路 一国两制 丝路百 零售 零件 零食 零部件 零散 零星 五角大楼 统一 唯一 单一 同一 万家
  百年大计 两面 三番 再三 接二连三 五湖四海 四面八方 乱七八糟 七上八下 三心二意 一心一意
  不三不四 丢三落四 千家万户 千千万万 千差万别 千变万化 千百万 千百年 万众 百花 百般 百万富翁
  亿万富翁 亿万 千里 万里 三三两两 数一数二 举一反三 数字 数据 数量 数学 数码 人数 次数 指数
  系数 分数 总数 多数 少数 参数 函数 整数 小数 复数 半岛 半导体 半球 半路 半径 半透明 几乎
  几何 几时 茶几 十一国庆 张三 李四 王五 三军 四舍五入 二胡 二战 一战 三权 五官 八宝 百合
  百色 千岛湖 万州 万达 万圣 三中全会 四分位 百分位 十分位 第三方 四中全会 五中全会 六中全会
  九牛一毛 三轮车 二级域名 二进制 八进制 十进制 十六进制 一致 一律 一切 一直 十字架
`
  .trim()
  .split(/\s+/)

const BY_FIRST = new Map<string, string[]>()
for (const word of NOT_NUMBERS) {
  for (let at = 0; at < word.length; at += 1) {
    if (!/[零〇一二两三四五六七八九十百千万亿几数半]/.test(word[at]!)) continue
    // Indexed by the first numeral character, with what stands before it.
    const list = BY_FIRST.get(word[at]!) ?? []
    list.push(word)
    BY_FIRST.set(word[at]!, list)
    break
  }
}

/** If a word that is no number covers position `at`, the position after it. */
export function notNumberAt(text: string, at: number): number | null {
  let to: number | null = null
  for (const word of BY_FIRST.get(text[at] ?? '') ?? []) {
    const from = at - word.indexOf(text[at]!)
    // 十分之一 is a share, 四季度 the fourth quarter.
    const after = text[from + word.length]
    if (from >= 0 && text.startsWith(word, from) && after !== '之' && !(word === '四季' && after === '度'))
      to = Math.max(to ?? 0, from + word.length)
  }
  return to
}

/** Words that stand for a small number and may answer one of the other language; never missed. */
export const SILENT: readonly { pattern: RegExp; value: number; kind: 'cardinal' | 'ordinal' }[] = [
  { pattern: /双|俩|对半/g, value: 2, kind: 'cardinal' },
  { pattern: /花甲/g, value: 60, kind: 'cardinal' },
  { pattern: /古稀/g, value: 70, kind: 'cardinal' },
  { pattern: /腊月/g, value: 12, kind: 'ordinal' },
  { pattern: /正月/g, value: 1, kind: 'ordinal' },
  { pattern: /仨/g, value: 3, kind: 'cardinal' },
  { pattern: /首|冠军|头(?=[一个名次])|元旦|初(?=次)/g, value: 1, kind: 'ordinal' },
  { pattern: /亚军|其次|再次/g, value: 2, kind: 'ordinal' },
  { pattern: /季军/g, value: 3, kind: 'ordinal' },
  { pattern: /单(?=[一个身人方次])|每|某|独/g, value: 1, kind: 'cardinal' },
]

/** After these, 分之, 成 or 折 is no share. */
export const NOT_SHARE: Record<string, RegExp> = {
  // 三成 is 30 %, 三成员 and 一成为 are not.
  成: /^[为功立员本果长绩都就分品熟交年型语人群效份因败体套渝了]/,
  折: /^[叠腾射断旧扣磨线返]/,
}

export const CLASSIFIERS =
  '例|名|个|位|家|件|起|项|场|座|条|类|款|批|所|只|辆|台|架|艘|把|张|份|部|本|册|支|枚|颗|对|组|队|层|间|套|片|块|根|棵|头|匹|轮|届|期|章|节|卷|篇|首|封|股|门|顶|道|处|点|种|样|级|档|步|方面|大类|省|市|县|国|地|人|万|店|县区|城|村|镇|号|集|句|段|局|杆|洞|球|分|圈|码|倍|次|回|遍|趟|番|代|岁'.split(
    '|',
  )
