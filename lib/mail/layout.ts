/** A letter's two shapes: plain text, and HTML for those who read it so, without pictures or anything fetched. */

export type Words = {
  subject: string
  lang: string
  paragraphs: string[]
  link?: { label: string; url: string }
  /** Why this came, and what to do if it should not have. */
  footer: string
}

export type Mail = { to: string; subject: string; text: string; html: string }

export function layOut(to: string, { subject, lang, paragraphs, link, footer }: Words): Mail {
  const text = [...paragraphs, ...(link ? [`${link.label}\n${link.url}`] : []), `-- \n${footer}`].join('\n\n')
  const html = [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;font:16px/1.6 'Source Sans 3','Noto Sans SC',system-ui,sans-serif;color:#1f1d1a;background:#faf8f4">`,
    '<div style="max-width:36em;margin:0 auto;padding:24px 28px;background:#fff;border:1px solid #e3ded4;border-radius:8px">',
    ...paragraphs.map((paragraph) => `<p style="margin:0 0 1em">${withBreaks(paragraph)}</p>`),
    link ? button(link) : '',
    `<p style="margin:1.5em 0 0;font-size:14px;color:#6b655c">${withBreaks(footer)}</p></div></body></html>`,
  ].join('\n')
  return { to, subject: subject.replace(/\p{Cc}+/gu, ' '), text, html }
}

/** The address stands below too: some readers show no links. */
function button({ label, url }: { label: string; url: string }): string {
  const to = escaped(url)
  return (
    `<p style="margin:1.5em 0 .5em"><a href="${to}" style="display:inline-block;padding:10px 18px;border-radius:6px;` +
    `background:#8a2c1d;color:#fff;text-decoration:none">${escaped(label)}</a></p>` +
    `<p style="margin:0;font-size:13px;color:#6b655c;word-break:break-all">${to}</p>`
  )
}

function withBreaks(text: string): string {
  return escaped(text).replaceAll('\n', '<br>')
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
