import { notify } from '@/components/ui/notice'

/** Copies the address of an annotation; where the browser refuses, says where the address stands. */
export const copyLink = async (id: string) => {
  const { origin, pathname } = window.location
  try {
    await navigator.clipboard.writeText(`${origin}${pathname}#${id}`)
    notify('The link to the annotation is copied.')
  } catch {
    notify(
      'The browser did not let the page copy. The address of this page now leads to the annotation: copy it there.',
    )
  }
}
