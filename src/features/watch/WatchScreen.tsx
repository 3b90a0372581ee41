import { setWatch, useWatch } from '@/stores/watch';
import { OnWatch } from './OnWatch';
import { WatchStart } from './WatchStart';
import { watchAlarm } from './watchAlarm';

/** The watch: the page that explains and starts it, and then the phone on the night stand. */
export default function WatchScreen() {
  const isOn = useWatch((watch) => watch.isOn);
  const start = async () => {
    const hasSound = await watchAlarm.unlock();
    setWatch({ isOn: true, hasSound });
  };
  return isOn ? <OnWatch /> : <WatchStart onStart={start} />;
}
