/** What our HTML exports share: escaping, the frame of a self-contained page without scripts, and how it looks on paper. */
import type { Side } from '../text'
import { LANGUAGE_TAGS } from './languages'
import type { ExportLanguage } from './words'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!)
}

/** `text` escaped inside `tag`, marked with its language so that the right face, hyphens and voice are used. */
export function inLanguage(side: Side, tag: string, text: string, className = ''): string {
  const attribute = className === '' ? '' : ` class="${escapeHtml(className)}"`
  return `<${tag} lang="${LANGUAGE_TAGS[side]}"${attribute}>${escapeHtml(text)}</${tag}>`
}

// Names of faces that Windows, macOS, Linux and Android bring or install; the page itself carries none.
const CHINESE_SERIF = '"Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun'
const CHINESE_SANS =
  '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", SimHei'
const LATIN_SERIF = '"Source Serif 4", "Source Serif Pro", Charter, Georgia, "Times New Roman"'
const LATIN_SANS = '"Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial'

const FRAME_STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt ${LATIN_SANS}; color: #555; } }
* { box-sizing: border-box; }
:root { color-scheme: light; --ink: #1b1b1b; --quiet: #575757; --line: #cfcac2; --accent: #8c2f21; }
html { background: #fff; color: var(--ink); font: 11pt/1.55 ${LATIN_SERIF}, ${CHINESE_SERIF}, serif; -webkit-text-size-adjust: 100%; }
[lang|=zh] { font-family: ${CHINESE_SERIF}, ${LATIN_SERIF}, serif; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 3rem; }
h1, h2, p, ol, ul, table { margin: 0; }
h1, h2 { line-height: 1.3; text-wrap: balance; break-after: avoid; }
.quiet { color: var(--quiet); font-family: ${LATIN_SANS}, ${CHINESE_SANS}, sans-serif; font-size: 8.5pt; line-height: 1.5; }
[lang|=zh] .quiet, .quiet[lang|=zh] { font-family: ${CHINESE_SANS}, ${LATIN_SANS}, sans-serif; }
p, li, td { orphans: 2; widows: 2; overflow-wrap: anywhere; }
@media print { html { font-size: 10.5pt; } body { max-width: none; padding: 0; } }
`

export type HtmlPage = { title: string; language: ExportLanguage; style: string; body: string }

/** One file that needs nothing else; its own policy forbids it to load or run anything. */
export function htmlPage({ title, language, style, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${FRAME_STYLE}${style}</style>
</head>
<body>
${body}
</body>
</html>
`
}
