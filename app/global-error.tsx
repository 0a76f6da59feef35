'use client'
import '@/components/ui/colours.css'
import '@/components/ui/globals.css'
import classes from '@/components/ui/page.module.css'

/** In place of the whole page, when even the layout failed: no theme, no bar, nothing that could fail again. */
export default function AllFailed() {
  return (
    <html lang="en">
      <body>
        <title>Verbatim could not be shown</title>
        <main id="main" className={classes.entry}>
          <div className={classes.card}>
            <h1 className={classes.entryTitle}>Verbatim could not be shown</h1>
            <p className={classes.lead}>
              The desk met a fault of its own. Everything that was saved is safe. Reload the page; if it happens again,
              tell whoever runs Verbatim here.
            </p>
            <p>
              <a href="/">Go to your desks</a>
            </p>
          </div>
        </main>
      </body>
    </html>
  )
}
