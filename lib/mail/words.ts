/** What letters say, in the reader's language. */
import type { Locale } from '../auth/locales'

type Letters = {
  reset: { subject: string; body: (name: string) => string; link: string; footer: string }
  invitation: {
    subject: (project: string) => string
    body: (name: string, by: string, project: string) => string
    link: string
    footer: string
  }
  footer: string
}

export const LETTERS: Record<Locale, Letters> = {
  en: {
    reset: {
      subject: 'Choose a new password',
      body: (name) =>
        `${name},\n\nsomeone, most likely you, asked for a new password for your account. The link works once, for one hour.`,
      link: 'Choose a new password',
      footer: 'If it was not you, do nothing: your password stays as it is.',
    },
    invitation: {
      subject: (project) => `You have been invited to “${project}”`,
      body: (name, by, project) =>
        `${name},\n\n${by} has invited you to work on “${project}” in Duizhao 对照, where Chinese and English texts are compared. With the link you accept; it works once, for seven days, and leads to an account if you have none.`,
      link: 'See the invitation',
      footer: 'If you did not expect this, do nothing. Without the link nobody can accept for you.',
    },
    footer: 'This letter was sent by the workbench Duizhao 对照. Nobody reads answers to it.',
  },
  'zh-CN': {
    reset: {
      subject: '重设密码',
      body: (name) => `${name}：\n\n有人（很可能是您本人）申请为您的账户重设密码。链接一小时内有效，只能用一次。`,
      link: '重设密码',
      footer: '如非本人操作，无需理会，您的密码不会改变。',
    },
    invitation: {
      subject: (project) => `邀请您加入“${project}”`,
      body: (name, by, project) =>
        `${name}：\n\n${by} 邀请您在“对照”（Duizhao，中英文对照审校工作台）中参与“${project}”。请点开链接接受邀请，没有账户的可在该页设置；链接七天内有效，只能用一次。`,
      link: '查看邀请',
      footer: '如果这封邀请与您无关，无需理会。没有链接，谁也不能代您接受。',
    },
    footer: '本邮件由“对照”工作台自动发出，请勿回复。',
  },
}
