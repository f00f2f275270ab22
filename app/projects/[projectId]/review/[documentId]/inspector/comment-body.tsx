'use client'
import { useMemo } from 'react'
import { Name } from '@/app/_ui/name'
import { cutBody } from '@/lib/comment/body'

/** The words of a comment: text as it was typed, with addresses to follow and names that stand out. Nothing else is read into it. */
export function CommentBody({ body, names }: { body: string; names: readonly string[] }) {
  const pieces = useMemo(() => cutBody(body, names), [body, names])
  return (
    <p className="mt-0.5 whitespace-pre-wrap break-words">
      {pieces.map(({ from, kind, text }) =>
        kind === 'link' ? (
          <a key={from} href={text} target="_blank" rel="noopener noreferrer nofollow" className="link break-all">
            {text}
          </a>
        ) : kind === 'mention' ? (
          <strong key={from} className="rounded-sm bg-info-soft px-0.5 font-semibold text-info">
            {text.charAt(0)}
            <Name of={text.slice(1)} />
          </strong>
        ) : (
          text
        ),
      )}
    </p>
  )
}
