/** What a web page wraps around its text: breadcrumb, share line, pager, language links, print and type-size buttons, footer. */
import type { Notice } from '../text'
import { reason } from './piece'

type Pattern = { id: string; says: string; pattern: RegExp }

// Certain wherever they stand.
const CERTAIN: readonly Pattern[] = [
  {
    id: 'breadcrumb',
    says: 'Breadcrumb of the page',
    pattern:
      /^(?:(?:您|你)?(?:当前|现在|所在)?(?:的|所在)?位置(?:是|为)?\s*[:：]|(?:Home|Homepage|首页|主页|网站首页)\s*(?:[-–—>›»/|\\→＞·]|&gt;|::)|(?:You are here|Your location|Location)\s*[:：]\s*(?:Home|>))/i,
  },
  {
    id: 'share',
    says: 'Share line of the page',
    pattern:
      /^(?:(?:Share|Share (?:this|to|on|with)(?: (?:page|article|story|friends|us))?|Tweet|Follow us|Like us)\s*(?:[:：].{0,120}|(?:this|to|on)\b.{0,60})|分享(?:到|至|本文|此文)?\s*[:：]?(?:[\s微信博朋友圈空间新浪腾讯人豆瓣]{0,40})|(?:微信|微博)?扫一?扫.{0,30}|用微信扫码.{0,30}|打开微信.{0,40})$/i,
  },
  {
    id: 'pager',
    says: 'Page numbers',
    pattern:
      /^(?:[<‹«＜]?\s*(?:(?:Prev(?:ious)?|Next|First|Last|上一?页|下一?页|首页|尾页|末页|共?\s?\d+\s?页)[\s|>›»<‹«]*)*(?:\[?\d{1,3}\]?[\s|,.…]+){2,}(?:(?:\d{1,3}|Prev(?:ious)?|Next|Last|上一?页|下一?页|尾页|末页)[\s|>›»]*)*[>›»＞]?|(?:Page\s*)?\d{1,3}\s*(?:of|\/)\s*\d{1,3}(?:\s*(?:Next|>))?|第\s?\d+\s?页(?:[,，]?\s?共\s?\d+\s?页)?|(?:上一?页|下一?页|首页|尾页|末页)(?:[\s|>›»\d]*(?:上一?页|下一?页|首页|尾页|末页))+|(?:[<‹«]\s*)(?:Previous|Prev)(?: page)?|(?:Next)(?: page)?\s*[>›»]|(?:Previous|Prev)(?: page)?[\s|/]+Next(?: page)?)$/i,
  },
  {
    id: 'language-link',
    says: 'Link to another language',
    pattern:
      /^(?:(?:Read|View|Switch|See)(?: (?:this|it|page))? (?:in|to) (?:Chinese|English)|(?:中文|English|简体(?:中文)?|繁[體体](?:中文)?|EN|CN|中)(?:\s*[|/·丨]\s*(?:中文|English|简体(?:中文)?|繁[體体](?:中文)?|EN|CN|英|Français|Русский|Español|العربية|日本語|Deutsch))+|阅读(?:中|英)文版?|点击(?:查看|阅读)?(?:中|英)文版?)$/i,
  },
  {
    id: 'page-tools',
    says: 'Tools of the page',
    pattern:
      /^(?!字体大小$)(?:(?:字号|字体|字体大小|文字大小)\s*[:：]?[\s【[(（]*(?:[超特]?大|中|小|标准|默认|A[+-]?)(?:[\s|/】\]）)【[（(]*(?:[超特]?大|中|小|标准|默认|A[+-]?))+[\s】\]）)]*.{0,16}|[【[]\s*(?:打印|关闭|收藏|纠错|我要纠错|返回|大|中|小|字体|字号).{0,40}[】\]]|(?:打印|关闭|收藏|分享|纠错)(?:本页|此页|文章|本文)?(?:[\s|/]+(?:打印|关闭|收藏|分享|纠错|返回顶部|大|中|小)(?:本页|此页|窗口)?)+|(?:打印|关闭|收藏)(?:本页|此页)|我要纠错|返回顶部|回到顶部|加入收藏|设为首页|(?:Font|Text) ?size\s*[:：].{0,20}|(?:Back to|Return to) (?:the )?top|Skip to (?:main )?content|Print this (?:page|article)|E-?mail this (?:page|article)|E-?mail to a friend)$/i,
  },
  {
    id: 'counter',
    says: 'Counter of the page',
    pattern:
      /^(?:(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]?\s*\d[\d,万+]*(?:次)?|(?:Views|Hits|Clicks|Comments)\s*[:：]?\s*\d[\d,]*)$/i,
  },
  {
    id: 'neighbours',
    says: 'Links to other pages',
    pattern:
      /^(?:[上下前后]一篇\s*[:：]?.{0,80}|[上下前后]一条\s*[:：]\s?[^。]{1,80}|(?:相关|推荐|热门|延伸)(?:新闻|阅读|链接|文章|报道|专题|稿件|内容)\s*[:：]?|(?:Related|More|Recommended|Popular|Latest)(?: (?:News|Stories|Story|Articles?|Links?|Reading))\s*[:：]?|(?:Previous|Next) (?:article|story|post)\s*[:：]?.{0,80}|Read more\s*[:：]?.{0,40}|See also\s*[:：])$/i,
  },
  {
    id: 'footer',
    says: 'Footer of the page',
    pattern:
      /^(?:Copyright\b[^[<]{0,12}\d{4}.{0,200}|©.{0,200}|版权所有.{0,120}|.{0,60}All rights reserved\.?.{0,60}|.{0,40}ICP[备证].{0,60}|.{0,20}公网安备.{0,40}|(?:主办|承办|技术支持)(?:单位)?\s*[:：].{0,60}|网站(?:地图|声明|标识码).{0,60}|(?:About us|Contact us|Site ?map|Privacy policy|Terms of use|Cookie policy)(?:\s*[|·-].{0,120})?|(?:关于我们|联系我们|网站地图|隐私政策)(?:\s*[|·-].{0,80})?|(?:违法和不良信息举报).{0,60})$/i,
  },
  {
    id: 'page-mark',
    says: 'Mark of the page',
    pattern: /^[【[（(]?(?:正文|文章正文|正文内容|稿件正文)[】\]）)]?\s*[:：]?$/,
  },
]

// Only beside certain furniture: alone they may be a heading ("Print", "搜索").
const LIKELY =
  /^(?:Print|E-?mail|Share|Tweet|Menu|Search|Login|Log in|Sign in|Register|Subscribe|Facebook|Twitter|X|Weibo|WeChat|LinkedIn|WhatsApp|Pinterest|Home|News|Photos?|Videos?|Top|Close|Save|Comments?|Next|Prev|Previous|More|Chinese|English|中文版?|英文版?|上一?页|下一?页|关闭窗口|返回(?:首页|列表)?|字号|字体|字体大小|纠错|朗读|点赞|举报|微信|微博|新浪微博|腾讯微博|QQ空间|朋友圈|QQ|打印|关闭|收藏|评论|登录|注册|搜索|首页|新闻|导航|菜单|大|中|小|更多|复制链接|[<>›»«‹|/·•-]{1,3})$/i

const LONGEST = 260

export function readFurniture(text: string): Notice | null {
  if (text.length > LONGEST) return null
  const found = CERTAIN.find(({ pattern }) => pattern.test(text))
  return found ? reason(found.id, found.says) : null
}

export function maybeFurniture(text: string): boolean {
  return text.length <= 20 && LIKELY.test(text)
}
