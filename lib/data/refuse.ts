import { AppError } from '@/lib/errors'
import { type Action, type Actor, can, isSigned, type Subject } from '@/lib/permissions/can'

/** Throws forbidden with this sentence unless `can` allows it; conflict where only the sign-off stands against it. */
export const refuseUnless = (actor: Actor, action: Action, subject: Subject, message: string): void => {
  if (can(actor, action, subject)) return
  if (isSigned(subject) && can(actor, action, { ...subject, state: undefined })) {
    throw new AppError('conflict', 'This transcript is approved, so it stays as it is. An editor can reopen it.')
  }
  throw new AppError('forbidden', message)
}

/** Throws conflict where the text was corrected since somebody looked at it. */
export const refuseOlder = (seen: number, head: number): void => {
  if (seen === head) return
  const message = `The text was corrected since you looked: revision ${head} is the newest now. Look at it first.`
  throw new AppError('conflict', message, { current: { revision: head } })
}
