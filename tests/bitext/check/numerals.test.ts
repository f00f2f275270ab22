/** Pairs in the manner of official texts, written for this test: those that agree and those that do not. */
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../lib/bitext/check'

const AGREE: [zh: string, en: string][] = [
  [
    '全国公安机关共破获各类案件68.9万起，抓获犯罪嫌疑人5.5万名。',
    'Public security organs across the country solved 689,000 cases and arrested 55,000 suspects.',
  ],
  ['同比分别下降1.9%和上升1.2%。', 'They fell by 1.9% and rose by 1.2% respectively year on year.'],
  [
    '刑事案件立案数同比下降9.8%，查处治安案件数同比上升21.7%，实现连续45个月下降。',
    'The number of criminal cases dropped 9.8% and public security cases rose 21.7%, down for 45 consecutive months.',
  ],
  [
    '打掉犯罪团伙4600余个，查扣涉案资金1129.9亿元。',
    'More than 4,600 gangs were busted and 112.99 billion yuan seized.',
  ],
  [
    '下一步，围绕贯彻落实党的二十大精神，谋划“十四五”时期公安工作。',
    'Next, focusing on the 20th CPC National Congress, we will plan work for the 14th Five-Year Plan period.',
  ],
  ['在“8·29”专案中，缴获渔获物90余万公斤。', 'In the "Aug. 29" case, over 900 tonnes of catches were seized.'],
  ['三分之二以上的县市区实现零命案。', 'More than two-thirds of counties recorded no homicide.'],
  [
    '群众安全感达98.2%，满意度提升3.5个百分点。',
    "The public's sense of security reached 98.2%, and satisfaction rose by 3.5 percentage points.",
  ],
  [
    '六成以上的业务实现网上办理，四成多的事项一次办结。',
    'More than 60% of services are online, and over 40% are done in one visit.',
  ],
  ['命名第三批全国公安机关"岚浦式公安派出所"100个。', 'The third batch of 100 Lanpu-style police stations were named.'],
  ['1至9月，全国共立电信诈骗案件31.5万起。', 'From January to September, 315,000 telecom fraud cases were filed.'],
  ['前三季度，共破案10万起。', 'In the first three quarters, 100,000 cases were solved.'],
  ['前9个月共破案10万起。', 'A total of 100,000 cases were solved from January to September.'],
  [
    '上半年破案1.2万起，下半年破案2万余起。',
    '12,000 cases were solved in the first half of the year and over 20,000 in the second half.',
  ],
  [
    '亿万群众，数以亿计的网民，成千上万的志愿者。',
    'Hundreds of millions of people, hundreds of millions of netizens, and thousands of volunteers.',
  ],
  ['拨打110报警电话。', 'Call the 110 police hotline.'],
  [
    '10月24日（星期二）上午10时，国新办举行新闻发布会。',
    'The SCIO held a press conference at 10 a.m. on Tuesday, Oct. 24.',
  ],
  [
    '截至2023年9月底，办理居民身份证1.3亿张，惠及3.1亿人次。',
    'By the end of September 2023, 130 million ID cards had been issued, benefiting 310 million person-times.',
  ],
  [
    '投入资金约1.5万亿元，占比近三成。',
    'About 1.5 trillion yuan was invested, accounting for nearly 30% of the total.',
  ],
  ['企业用电量增长了1.5倍，是2019年的2.5倍。', 'Electricity use rose by 150%, 2.5 times that of 2019.'],
  ['价格打八折。', 'The price is cut by 20%.'],
  ['他今年三十多岁，身高一米七五，体重140斤。', 'He is in his thirties, 1.75 meters tall and weighs 70 kg.'],
  ['面积为3000亩，约合200公顷。', 'It covers 3,000 mu, or about 200 hectares.'],
  ['距离北京200公里，海拔4500米。', 'It is 200 km from Beijing, at an altitude of 4,500 meters.'],
  ['会议历时两个半小时。', 'The meeting lasted two and a half hours.'],
  ['过去十年，人均收入翻了一番多。', 'Over the past decade, per capita income has more than doubled.'],
  [
    '近年来，近10年来，年均增长百分之六点五。',
    'In recent years, over the past 10 years, annual growth averaged 6.5 percent.',
  ],
  ['三四十名队员，七八天时间。', 'Thirty to forty members, seven or eight days.'],
  ['国务院第二十三次常务会议', 'the 23rd executive meeting of the State Council'],
  ['根据《条例》第十二条第三款', 'according to Paragraph 3, Article 12 of the regulations'],
  [
    '坚持“两个毫不动摇”，做到“两个维护”。',
    'We will unswervingly consolidate the public sector and uphold the "two safeguards".',
  ],
  [
    '一方面要加强，另一方面要创新，进一步推进一体化。',
    'On the one hand we must strengthen, on the other innovate, and further advance integration.',
  ],
  ['“一带一路”国际合作高峰论坛', 'the Belt and Road Forum for International Cooperation'],
  [
    '习近平总书记在党的十八届三中全会上强调',
    'General Secretary Xi Jinping stressed at the third plenary session of the 18th CPC Central Committee',
  ],
  ['香港回归祖国26周年', "the 26th anniversary of Hong Kong's return"],
  ['不满18周岁的未成年人', 'minors under 18'],
  ['60岁以上老年人达2.8亿', 'There are 280 million people aged 60 and above'],
  ['年满60周岁', 'aged 60 and over'],
  [
    '日均接待群众3.5万人次，最多一天达12万人次。',
    'An average of 35,000 visits were received per day, with as many as 120,000 in one day.',
  ],
  ['二〇二三年十月二十四日', 'October 24, 2023'],
  ['占总数的1/3', 'one third of the total'],
  ['合格率为95.5%以上', 'a pass rate of over 95.5%'],
  ['破案率上升5.2个百分点，达到93%', 'The clearance rate rose 5.2 percentage points to 93%'],
  ['每万人拥有警察数', 'the number of police officers per 10,000 people'],
  ['千分之三的误差', 'an error of 0.3%'],
  ['24小时值班，365天服务', '24-hour duty and 365-day service'],
  ['5年内完成', 'to be completed within five years'],
  ['自2020年10月以来', 'since October 2020'],
  ['20世纪90年代初', 'in the early 1990s'],
  ['“双11”期间', 'during the Double 11 shopping festival'],
  ['五一假期、国庆节', 'the May Day and National Day holidays'],
  ['有关部门负责人100多人参加了会议。', 'More than 100 officials attended the meeting.'],
  ['5:2的比分', 'a score of 5-2'],
  ['约占一半', 'about half'],
  ['占四分之三', 'accounting for three quarters'],
  ['有1500余家企业、230万余名员工', 'There are more than 1,500 enterprises and over 2.3 million employees'],
  ['数十万名民警', 'hundreds of thousands of police officers'],
  ['几十个国家', 'dozens of countries'],
  ['上百家企业', 'over a hundred enterprises'],
  ['增加三倍', 'quadrupled'],
  ['增加到三倍', 'tripled'],
  ['由2012年的16.9%降至2022年的13.8%', 'down from 16.9% in 2012 to 13.8% in 2022'],
  ['从3.5亿增长到6.4亿', 'rose from 350 million to 640 million'],
  ['30至50万元', '300,000 to 500,000 yuan'],
  ['发展党员2.4万名（其中女性1.1万名）', '24,000 Party members were recruited, 11,000 of them women'],
  ['深夜11点半', '11:30 p.m.'],
  ['凌晨2时15分', '2:15 a.m.'],
  ['室温零下20摄氏度', 'minus 20 degrees Celsius'],
  ['今年1月1日起施行', 'effective from Jan. 1 this year'],
  ['去年同期', 'the same period last year'],
  ['两三个月', 'two or three months'],
  ['一百多万人', 'more than one million people'],
  ['1.2万余人次', 'more than 12,000 person-times'],
  ['百年变局', 'changes unseen in a century'],
  ['第一时间', 'immediately'],
  ['三个方面的措施：一是，二是，三是', 'measures in three respects: first, second, third'],
  ['第三季度GDP增长4.9%', 'GDP grew 4.9% in the third quarter'],
  ['到2025年底', 'by the end of 2025'],
  ['2021—2035年', '2021-2035'],
  ['十多年来', 'for more than a decade'],
  ['近三分之一', 'nearly one-third'],
  ['人均1.5平方米', '1.5 square meters per person'],
  ['50吨级', '50-tonne class'],
  ['约20余起', 'some 20 cases'],
  ['1000多公里', 'over 1,000 kilometers'],
  ['涉案金额逾20亿元', 'involving over 2 billion yuan'],
  ['总长5.5万公里', 'with a total length of 55,000 km'],
  ['晚上12点', 'midnight'],
  ['凌晨1时', '1 a.m.'],
]

const DIFFER: [zh: string, en: string][] = [
  ['破案28.5万起', 'solved 28,500 cases'],
  ['破案28.5万起', 'solved 2.85 million cases'],
  ['下降13.8%', 'fell 18.3%'],
  ['上升5.2个百分点', 'rose 5.2 percent'],
  ['涉案20亿元', 'involving 20 billion yuan'],
  ['3名民警', 'four police officers'],
  ['三名民警', 'four police officers'],
  ['第三批', 'the second batch'],
  ['第二次会议', 'the third meeting'],
  ['10月24日', 'Oct. 23'],
  ['2023年', 'in 2022'],
  ['三分之二', 'one third'],
  ['两年', 'two months'],
  ['5公里', '5 miles'],
  ['300亩', '300 hectares'],
  ['500斤', '500 kilograms'],
  ['翻两番', 'doubled'],
  ['增长两倍', 'doubled'],
  ['数百人', 'thousands of people'],
  ['几十年前', 'hundreds of years ago'],
  ['20世纪80年代', 'the 1990s'],
  ['八十年代', 'the 1970s'],
  ['周五', 'Thursday'],
  ['下午3点', '3 a.m.'],
  ['30至50人', '30 to 60 people'],
  ['3000万美元', '3 million dollars'],
  ['3000万元', '$30 million'],
  ['六成', '40 percent'],
  ['减半', 'cut by one third'],
  ['一半', 'a third of'],
  ['60岁', '70 years old'],
  ['1.5亿', '15 million'],
  ['四个月', 'four weeks'],
  ['第89分钟', 'the 88th minute'],
  ['十几人', 'hundreds of people'],
  ['百分之五十', '15 percent'],
  ['晚上8点', '8 a.m.'],
]

function messages(zh: string, en: string): string[] {
  return runChecks({ id: '1', zh, en })
    .filter(({ check }) => check === 'numerals')
    .map(({ message }) => message)
}

describe('the numeral check', () => {
  it.each(AGREE)('is content with %s | %s', (zh, en) => {
    expect(messages(zh, en)).toEqual([])
  })

  it.each(DIFFER)('is not content with %s | %s', (zh, en) => {
    expect(messages(zh, en)).toHaveLength(1)
  })
})
