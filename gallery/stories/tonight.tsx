import { StepRing } from '@/features/tonight/StepRing';
import { State, Story } from '../Story';

/** Shows the components that belong to the night screen alone. */
export function TonightStories() {
  return (
    <Story name="StepRing">
      <State name="begun, half, nearly over, over">
        <p>
          <StepRing fractionLeft={1} text="0:30" />
          <StepRing fractionLeft={0.5} text="0:15" />
          <StepRing fractionLeft={0.03} text="0:01" />
          <StepRing fractionLeft={0} text="0:00" />
        </p>
      </State>
      <State name="absurd: an hour">
        <StepRing fractionLeft={0.72} text="59:59" />
      </State>
    </Story>
  );
}
