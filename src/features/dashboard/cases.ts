/** With fewer cases than this, a figure says too little. */
export const MIN_CASES = 5;
