'use client'
/** A small panel that opens from a button and lets the rest of the page be used. */
import { Popover as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { keepForInputMethod } from './composition'
import { cx } from './cx'

export const Popover = Primitive.Root
export const PopoverTrigger = Primitive.Trigger
export const PopoverAnchor = Primitive.Anchor
export const PopoverClose = Primitive.Close

export function PopoverPanel({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        onEscapeKeyDown={keepForInputMethod}
        className={cx(
          'z-40 w-80 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-raised p-4 shadow-raised focus:outline-none',
          className,
        )}
        {...rest}
      />
    </Primitive.Portal>
  )
}
