import { notFound } from 'next/navigation'
import { AppError } from '@/lib/errors'

/** Runs a use case for a page: what is not there, or not the reader's to see, becomes the page that says so. */
export const forPage = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError && ['not-found', 'gone', 'forbidden'].includes(error.problem)) notFound()
    throw error
  }
}
