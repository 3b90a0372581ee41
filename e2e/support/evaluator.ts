/** What runs a function in a page: a page of Playwright, or a phone of the tests on WebKit. */
export interface Evaluator {
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}
