import { MESSAGES as CHECK_MESSAGES } from '@/lib/bitext/check/messages'

/** What checks find, in their own words; and what intake notices, refuses and leaves out, with what to do about it. */
export const findings = {
  ...CHECK_MESSAGES,
  'question-without-outlet': 'A question without an outlet: the line that names it may have been lost.',
  'speaker-list-twice':
    'The list of speakers stands twice, first in line {first}: two pages may have been put together.',
  'titles-differ': '{name} has two titles: “{first}” (line {firstLine}) and “{second}”.',
  'clauses-disagree': 'The clause in line {first} lets one text prevail, this one the other.',
  tags: 'tags that no reader sees, and what stands in them',
  breadcrumb: 'breadcrumb of the page',
  share: 'share line of the page',
  pager: 'page numbers',
  'language-link': 'link to another language',
  'page-tools': 'tools of the page',
  'page-part': 'navigation, header or footer of the page',
  counter: 'counter of the page',
  neighbours: 'links to other pages',
  footer: 'footer of the page',
  'page-mark': 'mark of the page',
  invisible: 'characters that no screen shows',
  'dropped-by-hand': 'left out by hand',
  'empty-file': 'The file is empty. Choose another, or paste the text.',
  'no-text': 'There is no text in the file. If it holds pictures of pages, have them recognised (OCR) first.',
  'not-text':
    'This is not a text: its bytes fit none of UTF-8, UTF-16, GB18030 and Big5. Save it again as UTF-8 or as .docx.',
  'wrong-format':
    '{format, select, pdf {This is a PDF. Copy its text and paste it, or save it as .docx.} rtf {This is a rich text file. Save it as .docx.} zip {This is a zip archive. Unpack it and choose the text in it.} gzip {This is a compressed file. Unpack it and choose the text in it.} png {This is a picture, not a text. Have it recognised (OCR) and paste the text.} jpeg {This is a picture, not a text. Have it recognised (OCR) and paste the text.} gif {This is a picture, not a text. Have it recognised (OCR) and paste the text.} other {This is not a text file. If it is an old Word file (.doc), open it in Word and save it as .docx; if it is an archive, unpack it.}}',
  'too-large': 'The file has {megabytes} MB; up to {most} MB are read. Split it, or save it as plain text.',
  'file-too-large': 'The file is larger than {megabytes} MB. Split it, or save it as plain text.',
  'side-twice':
    'Both files hold {side, select, zh {Chinese} other {English}} text. Take one of them away, or put it on the other side.',
  'docx-locked': 'The Word file is protected with a password. Remove the protection and save it again.',
  'docx-too-large': 'The Word file unpacks to more than {most} MB. Take pictures and embedded files out of it.',
  'docx-broken': 'The Word file is damaged ({detail}). Open it in Word and save it again.',
  'register-columns': 'The table needs a column “kind” and one of “zh” and “en”.',
  'register-kind': 'A kind is person, office, outlet or place.',
  'register-nameless': 'There is no name in either language.',
  'register-long': 'A form has at most 200 characters, an entry at most 20 forms.',
  'register-titles': 'A person has at most 10 titles.',
  'register-full': 'A register holds at most 20,000 entries.',
  'not-docx': 'This is not a Word file (.docx), whatever its name says. Open it in Word and save it as .docx.',
} as const
