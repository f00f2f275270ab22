/** Transcripts of our own writing with the features real ones have; no official text. */

export const ENGLISH_TRANSCRIPT = `<p id="qxzvt"><cite id="qxzvt"></cite></p>

<noframes id="qxzvt">

<div id="qxzvt"><a href="http://example.invalid">cheap watches here</a></div>
<noframes id="qxzvt"><form id="qxzvt"></form>
City briefing on keeping the river clean
Lakeside | 3 p.m. Mar. 5, 2024

The Lakeside City Information Office held a briefing Tuesday on keeping the river clean.


Zhao Mingyuan, deputy director of the Lakeside Water Bureau

Sun Peiwen, head of the River Patrol of the Lakeside Water Bureau


He Jianing, director of the Lakeside City Information Office

Read in Chinese


Mr. Zhao Mingyuan, deputy director of the Lakeside Water Bureau (LWB)

Ms. Sun Peiwen, chief engineer of the LWB

Mr. He Jianing, director of the Lakeside City Information Office


Mar. 5, 2024

He Jianing:

Good afternoon. Welcome to this press briefing. Today we have invited Mr. Zhao Mingyuan to take your questions.

Zhao Mingyuan:

Thank you. The river is cleaner than it was.

First, we closed 1,204 outlets. What did that cost? Very little.

Second, we planted reeds along 3.5 kilometers of the bank.

That's all. Thank you.

He Jianing:

Thank you. The floor is now open for questions.

Lakeside Evening News:

When can people swim in the river again? Thank you.

Sun Peiwen:

Thank you for your question. We expect to allow it next summer.

That's all. Thank you.



We have read that the fish are back. Could you tell us which species have been seen?

Sun Peiwen:

I will answer this question. Carp and perch were seen in June.

Harbor.example.com:

What happens to the mills upstream?

Zhao Mingyuan:

Let me answer that. They have two years to adapt.

He Jianing:

The last question, please.

The Ledger:

Who pays for the reeds? Thank you.

Zhao Mingyuan:

The city pays. Thank you.

He Jianing:

Thank you to all. Today's briefing is now concluded.

Translated and edited by Lin Yufei, Guo Shan, Anna Whitfield, and Paul Okoro. In case of any discrepancy between the English and Chinese texts, the Chinese version shall prevail.

/3    Zhao Mingyuan

/3    Sun Peiwen

/3    Group Photo

<p id="qxzvt"><cite id="qxzvt"></cite></p>

<noframes id="qxzvt"><form id="qxzvt"></form>
`

export const CHINESE_TRANSCRIPT = `首页 > 新闻发布 > 正文

湖滨市举行河道治理新闻发布会
2024年3月5日 15:00　来源：湖滨市新闻办
字号：大 中 小
分享到：

正文

湖滨市新闻办公室3月5日举行新闻发布会，介绍河道治理有关情况。

湖滨市水务局副局长　赵明远

湖滨市水务局河道巡查处处长　孙佩文

湖滨市新闻办公室主任　何佳宁

湖滨市新闻办公室主任 何佳宁：

各位记者朋友，下午好。欢迎出席今天的新闻发布会。下面请赵明远先生作介绍。

赵明远：

谢谢主持人。一年来，河水明显变清。

一是关闭排口1204个。二是沿岸种植芦苇3.5公里。

我就介绍这些，谢谢。

何佳宁：

谢谢。下面开始提问，提问前请通报所在的新闻机构。

湖滨晚报记者：

请问什么时候可以下河游泳？谢谢。

孙佩文：

谢谢你的提问。预计明年夏天可以开放。

谢谢。



我们看到鱼回来了。请问观测到了哪些种类？

孙佩文：

我来回答这个问题。6月观测到了鲤鱼和鲈鱼。

封面日报：

上游的工厂怎么办？

赵明远：

谢谢。给他们两年时间改造。

何佳宁：

今天的发布会到此结束，谢谢大家。

图为发布会现场。（湖滨日报记者 周琳 摄）

翻译：林雨霏、郭珊　校对：王　伟
（来源：湖滨新闻网 责任编辑：李晓彤）
如中英文版本有歧义，以中文版本为准。

上一篇：春季植树通知
打印本页　关闭窗口
`

/** A spokesperson alone, labels before the speech. */
export const CHINESE_QUESTIONS = `发言人主持例行记者会

新华社记者：发言人能否介绍会议安排？

发言人：会议将于下周举行。具体安排我们会及时发布。

记者：第二个问题，会期多长？

发言人：会期三天。

问：还有其他国家参加吗？

答：请关注后续消息。
`
