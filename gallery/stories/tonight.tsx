import { StepRing } from '@/features/tonight/StepRing';
import { State, Story } from '../Story';

/** What the night screen draws itself. */
export function TonightStories() {
  return (
    <Story name="StepRing">
      <State name="begun, half, nearly over, over">
        <p>
          <StepRing left={1} text="0:30" />
          <StepRing left={0.5} text="0:15" />
          <StepRing left={0.03} text="0:01" />
          <StepRing left={0} text="0:00" />
        </p>
      </State>
      <State name="absurd: an hour">
        <StepRing left={0.72} text="59:59" />
      </State>
    </Story>
  );
}
