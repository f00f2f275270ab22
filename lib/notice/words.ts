/** What letters say of notices, in the reader's language. */
import type { Locale } from '../auth/locales'
import type { NoticeRow } from './queries'

type Letter = {
  subject: (count: number, first: string) => string
  line: (row: NoticeRow, when: (date: Date) => string) => string
  link: string
  footer: string
}

const EN_ACTS: Record<string, string> = {
  propose: 'proposed a decision on',
  decide: 'decided',
  verify: 'verified',
  contest: 'contested',
  reopen: 'reopened',
  amend: 'put otherwise',
  'fall-back': 'changed the text, which reopened',
}

const EN_JOBS: Record<string, string> = {
  'document.create': 'Bringing in a document',
  'document.add-side': 'Adding a text',
  'document.export': 'An export',
  'alignment.realign': 'Aligning anew',
}

const ZH_JOBS: Record<string, string> = {
  'document.create': '导入文档',
  'document.add-side': '补充文本',
  'document.export': '导出文件',
  'alignment.realign': '重新对齐',
}

const ZH_ACTS: Record<string, string> = {
  propose: '提议裁定',
  decide: '作出裁定',
  verify: '已核验',
  contest: '提出异议',
  reopen: '重新开放',
  amend: '修改记录',
  'fall-back': '改动文字，差异因而重新开放',
}

export const NOTICE_LETTER: Record<Locale, Letter> = {
  en: {
    subject: (count, first) => (count === 1 ? first : `${first} – and ${count - 1} more`),
    line: ({ kind, by, what, number, more, whose, documentTitle, dueAt }, when) => {
      const due = dueAt ? when(dueAt) : ''
      if (kind === 'mention') return `${by} wrote to you in “${documentTitle}”`
      if (kind === 'assigned') return `${by} gave you work in “${documentTitle}”${due && `, due ${due}`}`
      if (kind === 'changed') return `${by} changed your work in “${documentTitle}”${due && `, due ${due}`}`
      if (kind === 'withdrawn') return `${by} took work in “${documentTitle}” back from you`
      if (kind === 'returned')
        return what === 'decline'
          ? `${by} declined work in “${documentTitle}”; it lies in the pool`
          : `Work in “${documentTitle}” went back to the pool`
      if (kind === 'due') return `Your work in “${documentTitle}” is due ${due}`
      if (kind === 'overdue') return `Your work in “${documentTitle}” was due ${due}`
      if (kind === 'late') return `Work in “${documentTitle}” was due ${due}: ${whose || 'nobody has it'}`
      if (kind === 'published') return `${by} published edition ${number} of “${documentTitle}”`
      if (kind === 'export') return `The file of “${documentTitle}” is ready`
      if (kind === 'failed') return `${EN_JOBS[what ?? ''] ?? 'A job'} failed: “${documentTitle}”`
      return `${by} ${EN_ACTS[what ?? ''] ?? 'changed'} discrepancy ${number}${more ? ` and ${more} more` : ''} of “${documentTitle}”`
    },
    link: 'Open your notices',
    footer: 'On the same page you choose which notices come by mail, and when.',
  },
  'zh-CN': {
    subject: (count, first) => (count === 1 ? first : `${first}——另有 ${count - 1} 条通知`),
    line: ({ kind, by, what, number, more, whose, documentTitle, dueAt }, when) => {
      const due = dueAt ? when(dueAt) : ''
      if (kind === 'mention') return `${by} 在《${documentTitle}》中给您留言`
      if (kind === 'assigned') return `${by} 将《${documentTitle}》的工作分配给您${due && `，截止时间：${due}`}`
      if (kind === 'changed') return `${by} 改动了您在《${documentTitle}》中的工作${due && `，截止时间：${due}`}`
      if (kind === 'withdrawn') return `${by} 收回了您在《${documentTitle}》中的工作`
      if (kind === 'returned')
        return what === 'decline'
          ? `${by} 谢绝了《${documentTitle}》的工作，已退回任务池`
          : `《${documentTitle}》的一项工作已退回任务池`
      if (kind === 'due') return `您在《${documentTitle}》中的工作将于${due}到期`
      if (kind === 'overdue') return `您在《${documentTitle}》中的工作已于${due}到期`
      if (kind === 'late') return `《${documentTitle}》的工作已于${due}到期：${whose || '尚无人领取'}`
      if (kind === 'published') return `${by} 发布了《${documentTitle}》第 ${number} 版`
      if (kind === 'export') return `《${documentTitle}》的文件已生成`
      if (kind === 'failed') return `${ZH_JOBS[what ?? ''] ?? '任务'}失败：《${documentTitle}》`
      return `《${documentTitle}》第 ${number} 号${more ? `等 ${more + 1} 条` : ''}差异：${by} ${ZH_ACTS[what ?? ''] ?? '作了改动'}`
    },
    link: '查看通知',
    footer: '在同一页面可以选择哪些通知发邮件、何时发。',
  },
}
