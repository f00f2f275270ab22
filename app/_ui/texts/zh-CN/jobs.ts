import type { jobs as english } from '../en/jobs'

export const jobs: Record<keyof typeof english, string> = {
  title: '正在处理',
  'kind.document.create': '导入文档',
  'kind.document.add-side': '补充文本',
  'state.waiting': '排队中',
  'state.running': '处理中',
  'state.done': '已完成',
  'state.failed': '失败',
  'state.cancelled': '已取消',
  calling: '正在取消……',
  by: '{name}，{when}',
  share: '{phase}：{share, number, percent}',
  cancel: '取消',
  cancelOf: '取消：{title}',
  retry: '重试',
  retryOf: '重试：{title}',
  dismiss: '移除',
  dismissOf: '移除：{title}',
  open: '打开',
  openOf: '打开：{title}',
  goesOn: '离开本页后仍会继续处理。',
}
