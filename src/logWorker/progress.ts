import type { WriteWatch } from '@/db/writeWatch';
import type { OnProgress } from '@/domain/progress';
import type { Stage, TaskContext } from './outcome';

/** Watches a command that writes: its rows in percent, and then its commit. */
export function watchWriting(context: TaskContext): WriteWatch {
  const onWritten = inPercent(context, 'write');
  return {
    onProgress: (fraction) =>
      fraction < 1 ? onWritten(fraction) : context.report({ stage: 'finish', fraction: null }),
    signal: context.signal,
  };
}

/** Reports each whole percent of a stage once, because a row is too little for a message. */
export function inPercent({ report }: TaskContext, stage: Stage): OnProgress {
  let reported = -1;
  return (fraction) => {
    const percent = Math.floor(fraction * 100);
    if (percent === reported) return;
    reported = percent;
    report({ stage, fraction: percent / 100 });
  };
}
