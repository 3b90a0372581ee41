import { usePlotArea } from 'recharts';

/** How high a value lies in the plot, whose top is `topValue` and whose bottom is nought; null until the chart is laid out. */
export function useYScale(topValue: number): ((value: number) => number) | null {
  const plot = usePlotArea();
  return plot ? (value) => plot.y + plot.height * (1 - value / topValue) : null;
}
