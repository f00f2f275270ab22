import { type RefObject, useEffect } from 'react'

/** The row a person is at grows as they type, and by what is said beneath it: a row that was wholly in view stays so. */
export function useWholeInView(current: boolean, row: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = row.current
    const scroller = element?.closest('.review-scroller')
    if (!current || !element || !scroller) return
    let before = element.offsetHeight
    const observer = new ResizeObserver(() => {
      const { top, bottom, height } = element.getBoundingClientRect()
      const end = scroller.getBoundingClientRect().bottom
      const wasInView = top + before <= end + 1
      const grew = height > before
      before = height
      if (grew && wasInView && bottom > end && height < scroller.clientHeight) scroller.scrollTop += bottom - end
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [current, row])
}
