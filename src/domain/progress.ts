/**
 * Is told how much of a long piece of work is done, as a fraction from 0 to 1. It may be called for
 * each row, so it must be cheap.
 */
export type OnProgress = (fraction: number) => void;
