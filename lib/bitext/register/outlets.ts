/** Media outlets by their own names in both languages. What stands not in the table is not judged. */

const OUTLETS: readonly [zh: string, en: string][] = [
  ['中央广播电视总台|央视|央广', 'CCTV|CMG|China Media Group|CGTN|China National Radio|CNR|China Central Television'],
  ['新华社|新华网', 'Xinhua|Xinhuanet'],
  ['人民日报', "People's Daily"],
  ['人民网', "People.cn|People's Daily Online"],
  ['中国日报', 'China Daily'],
  ['中国新闻社|中新社|中新网', 'China News Service|CNS|Chinanews'],
  ['光明日报', 'Guangming Daily'],
  ['经济日报', 'Economic Daily'],
  ['法治日报|法制日报', 'Legal Daily|Rule of Law Daily'],
  ['人民公安报', "People's Public Security Daily|People's Public Security News"],
  ['中国青年报', 'China Youth Daily'],
  ['北京青年报', 'Beijing Youth Daily'],
  ['工人日报', "Workers' Daily|Worker's Daily"],
  ['农民日报', "Farmers' Daily|Farmer's Daily"],
  ['新京报', 'Beijing News'],
  ['环球时报', 'Global Times'],
  ['澎湃新闻', 'The Paper|Thepaper.cn'],
  ['封面新闻', 'Cover News|Thecover.cn|The Cover'],
  ['红星新闻', 'Red Star News'],
  ['南方都市报', 'Southern Metropolis Daily'],
  ['海报新闻', 'Poster News|Hb.dzwww.com|Dzwww.com|Haibao News'],
  ['中国网', 'China.org.cn|China.com.cn'],
  ['每日经济新闻', 'National Business Daily|NBD'],
  ['21世纪经济报道', '21st Century Business Herald'],
  ['第一财经', 'Yicai|China Business Network|CBN'],
  ['财新', 'Caixin'],
  ['凤凰卫视', 'Phoenix'],
  ['路透社', 'Reuters'],
  ['彭博', 'Bloomberg'],
  ['法新社', 'AFP|Agence France-Presse'],
  ['美联社', 'AP|Associated Press'],
  ['共同社', 'Kyodo'],
  ['联合早报', 'Lianhe Zaobao'],
  ['香港中评社|中评社', 'China Review News'],
  ['香港文汇报|文汇报', 'Wen Wei Po|Wenhui Daily|Wenhui Bao|Wen Wei'],
  ['香港大公报|大公报', 'Ta Kung Pao|Ta Kung Wen Wei'],
]

type Outlet = { zh: RegExp; en: RegExp; names: readonly string[] }

const KNOWN: readonly Outlet[] = OUTLETS.map(([zh, en]) => {
  const names = en.split('|')
  const words = names.map((name) => name.replace(/[.]/g, '\\.').replace(/'/g, "['’]"))
  return { zh: new RegExp(zh), en: new RegExp(`(?<![A-Za-z])(?:${words.join('|')})(?![A-Za-z])`, 'i'), names }
})

/** The outlet an English line should name and does not, where it names another one; null where all is well or nothing is known. */
export function outletDifference(zh: string, en: string): { should: string } | null {
  const meant = KNOWN.filter((one) => one.zh.test(zh))
  if (meant.length === 0 || meant.some((one) => one.en.test(en))) return null
  return KNOWN.some((one) => one.en.test(en)) ? { should: meant[0]!.names[0]! } : null
}
