import { usePlotArea } from 'recharts';

/**
 * Returns a function from a value to its vertical position in the plot, whose top is `topValue` and
 * whose bottom is 0. Returns null until the chart is laid out.
 */
export function useYScale(topValue: number): ((value: number) => number) | null {
  const plot = usePlotArea();
  return plot ? (value) => plot.y + plot.height * (1 - value / topValue) : null;
}
