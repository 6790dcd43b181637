import { Loader } from '@mantine/core'
import classes from './viewer.module.css'

/** Says that the map is not, or not yet, the one of the threshold that is set. */
export function StaleNote({ wanted, shown }: { wanted: number; shown: number | null }) {
  return (
    <div className={classes.stale} role="status">
      <Loader size={14} color="currentColor" aria-hidden />
      <div className="tabular">
        <b>Computing at {wanted.toFixed(4)} …</b>
        {shown !== null && <div>The map is still that of {shown.toFixed(4)}.</div>}
      </div>
    </div>
  )
}
