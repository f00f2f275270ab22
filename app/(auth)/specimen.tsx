/**
 * What the work looks like, beside the sign-in form: a few rows of our own writing, aligned, with one tracked change.
 * Decoration only: hidden from screen readers and on narrow windows.
 */
const ROWS = [
  { number: 1, zh: '各位记者朋友，上午好。', en: <>Friends from the press, good morning.</> },
  {
    number: 2,
    zh: '今年前三季度，全市新增绿地 1.2 万亩。',
    en: (
      <>
        In the first three quarters, the city added <Change from="1,200" to="12,000" /> mu of green space.
      </>
    ),
  },
  { number: 3, zh: '这比去年同期增长近一成。', en: <>That is nearly 10 percent more than a year earlier.</> },
  {
    number: 4,
    zh: '本文如有歧义，以中文本为准。',
    en: <>In case of discrepancy, the Chinese text shall prevail.</>,
  },
]

function Change({ from, to }: { from: string; to: string }) {
  return (
    <>
      <del className="bg-deleted-soft text-deleted">{from}</del>{' '}
      <ins className="bg-inserted-soft text-inserted decoration-2">{to}</ins>
    </>
  )
}

export function Specimen() {
  return (
    <div
      aria-hidden
      className="hidden items-center overflow-hidden border-line border-l bg-sunken px-12 lg:flex xl:px-16"
    >
      <div className="w-full max-w-2xl rounded-lg border border-line bg-surface shadow-raised">
        {ROWS.map(({ number, zh, en }) => (
          <div key={number} className="grid grid-cols-[1fr_3rem_1fr] border-line border-b last:border-b-0">
            <p lang="zh-CN" className="document-text px-5 py-4">
              {zh}
            </p>
            <p className="flex flex-col items-center gap-1.5 border-line border-x bg-paper py-5 text-ink-faint text-xs tabular-nums">
              {number}
              <span
                className={
                  number === 2 ? 'size-2 rounded-full bg-accent-solid' : 'size-2 rounded-full border border-line-strong'
                }
              />
            </p>
            <p lang="en" className="document-text px-5 py-4">
              {en}
            </p>
          </div>
        ))}
      </div>
    </div>
  )
}
